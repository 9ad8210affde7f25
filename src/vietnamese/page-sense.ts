/** The sentences of messages.ts in Vietnamese: what a reader sees on the printed page. */
import type { Translations } from './translations.ts';

const APART = 'Giãn cả hai ra, hoặc bỏ lề âm kéo chúng lại gần nhau.';

export const PAGE_SENSE: Translations = {
  'page-text-cut': [
    '“{text}” ở trang {page} của {document} bị cắt: “{glyph}” mất {cut} mm.',
    'Tăng chiều cao hoặc chiều rộng khung, hoặc cho phần thừa hiện ra (overflow: visible).',
  ],
  'page-lines-touch': [
    'Hai dòng của “{words}” ở trang {page} của {document} chạm nhau: “{glyph}” chồng lên “{above}” ở dòng trên.',
    'Đặt chiều cao dòng ít nhất 1.25; chữ hoa tiếng Việt có thể mang hai dấu.',
  ],
  'page-text-collides': ['“{text}” ở trang {page} của {document} đè lên “{other}”.', APART],
  'page-text-on-chart': ['“{text}” ở trang {page} của {document} đè lên biểu đồ “{chart}”.', APART],
  'page-text-small': [
    '“{text}” ở trang {page} của {document} in cỡ {size} pt, nhỏ đến mức khó đọc.',
    'Không in chữ nhỏ hơn 7.5 pt. Nếu cả trang bị thu nhỏ thì có phần tử rộng hơn trang.',
  ],
  'page-font-strange': [
    '“{text}” ở trang {page} của {document} in bằng {font}, không phải phông của tài liệu.',
    'Dùng một họ phông và độ đậm có trong tokens.css.',
  ],
  'page-chart-blank': [
    'Biểu đồ “{chart}” ở trang {page} của {document} không hiện hình nào.',
    'Xem màu, độ trong suốt, thang đo của biểu đồ và các kiểu bao quanh.',
  ],
  'page-heading-last': [
    '“{heading}” đứng cuối trang {page} của {document}; phần văn bản bắt đầu ở trang sau.',
    'Giữ đề mục đi cùng phần sau (break-after: avoid), hoặc sang trang trước đề mục.',
  ],
  'page-chart-split': [
    'Biểu đồ “{chart}” bị cắt đôi sau trang {page} của {document}.',
    'Giảm chiều cao và giữ biểu đồ liền khối (break-inside: avoid).',
  ],
  'page-chart-apart': [
    '“{text}” ở trang {other} của {document} thuộc về biểu đồ “{chart}” ở trang {page}.',
    'Giữ hai phần cùng trang (break-inside: avoid ở khung ngoài, break-after: avoid ở trên).',
  ],
  'page-row-split': [
    'Dòng “{row}” của bảng bị cắt đôi sau trang {page} của {document}.',
    'Giữ mỗi dòng liền khối (tr { break-inside: avoid }).',
  ],
  'page-table-split': [
    'Bảng “{table}” bị cắt đôi sau trang {page} của {document}, dù vừa một trang.',
    'Giữ bảng liền khối (break-inside: avoid), hoặc sang trang trước bảng.',
  ],
  'page-row-alone': [
    'Một dòng của bảng “{table}”, bắt đầu ở trang {page} của {document}, đứng riêng một trang.',
    'Giữ các dòng đầu và cuối đi cùng nhau (break-after: avoid), hoặc bớt một dòng.',
  ],
  'page-nearly-empty': [
    'Trang {page} của {document} chỉ có {used} mm nội dung; “{text}” mở đầu trang sau.',
    'Rút ngắn một hai dòng ở phần không còn vừa, hoặc cho phép chia nhỏ phần đó.',
  ],
  'page-last-short': [
    'Trang cuối của {document} chỉ có {used} mm chữ, từ “{text}” trở đi.',
    'Rút ngắn một hai dòng để bớt được trang này.',
  ],
  'page-link-lost': [
    'Liên kết “{text}” ở trang {page} của {document} dẫn tới “{target}”, không có trong tệp.',
    'Nêu một mục mà ấn bản có.',
  ],
  'page-link-page': [
    'Liên kết “{text}” ở trang {page} của {document} ghi trang {said}, nhưng dẫn tới trang {led}.',
    'Để liên kết và số trang cùng nêu một mục.',
  ],
  'page-link-text': [
    'Liên kết “{text}” ở trang {page} của {document} dẫn tới “{found}” ở trang {led}, nơi không có từ nào của liên kết.',
    'Nêu mục mà lời liên kết nói đến.',
  ],
};
