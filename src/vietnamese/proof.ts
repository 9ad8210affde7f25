/** What is said when a PDF is proven or two briefs are compared, in Vietnamese; the codes and gaps are those of messages.ts. */
import type { Translations } from './translations.ts';

const AS_BUILT = 'Đưa tệp PDF nguyên như khi dựng; chương trình khác có thể bỏ tệp đính kèm khi lưu.';

export const PROOF: Translations = {
  'usage-file': ['Không đọc được {path}: {reason}.', 'Cho đường dẫn của một tệp có thật.'],
  'usage-side': [
    '“{name}” không phải ấn bản của dự án này, cũng không phải thư mục kết quả, facts.json hay PDF; hiện có {known}.',
    'Ý bạn là “{near}”?',
  ],
  'diff-unreadable': [
    'Không so sánh được {path}: {reason}.',
    'Cho một ấn bản, một thư mục kết quả, tệp facts.json trong đó, hoặc một PDF do “brief build” tạo.',
  ],
  'proof-no-pdf': ['Đây không phải PDF.', 'Đưa một PDF do “brief build” tạo.'],
  'proof-encrypted': ['PDF đã mã hóa nên không đọc được gì bên trong.', 'Đưa tệp như khi dựng.'],
  'proof-nothing-attached': [
    'Không có gì đính kèm để chứng minh PDF này.',
    'Đưa một PDF do “brief build” tạo; chương trình khác có thể bỏ tệp đính kèm khi lưu.',
  ],
  'proof-attachment-missing': ['Thiếu tệp đính kèm {name}.', AS_BUILT],
  'proof-attachment-unreadable': ['Không đọc được tệp đính kèm {name}: {reason}.', 'Tệp đã bị sửa hoặc bị cắt.'],
  'proof-newer': [
    'Tệp đính kèm {name} có định dạng {format}; phiên bản này của công cụ chỉ biết đến định dạng {known}.',
    'Kiểm chứng bằng phiên bản mới hơn.',
  ],
  'proof-attachment-stranger': [
    'Tệp đính kèm {name} là của ấn bản {its}, còn inputs.json là của ấn bản {edition}.',
    'Tệp lấy từ một PDF khác.',
  ],
  'proof-attachment-changed': ['Tệp đính kèm {name} đã bị sửa: nội dung không khớp mã kiểm tra của nó.'],
  'proof-other-edition': [
    'Các tệp đính kèm thuộc một bản tin khác: chúng cho “{own}”, còn PDF là “{title}”.',
    'Chúng lấy từ một PDF khác.',
  ],
  'proof-file-changed': [
    'source.json: {path} không phải tệp đã dùng để lập bản tin: mã băm là {found}…, inputs.json ghi {expected}….',
  ],
  'proof-file-missing': ['source.json: thiếu tệp {path} mà inputs.json có ghi.'],
  'proof-file-added': ['source.json: tệp {path} bị thêm vào; inputs.json không ghi.'],
  'proof-ledger-differs': ['facts.json: {part}, ở {of}, là {found}; nguồn đính kèm cho {expected}.'],
  'proof-ledger-lacks': ['facts.json: thiếu {of} mà nguồn đính kèm cho ra.'],
  'proof-ledger-adds': ['facts.json: có {of} mà nguồn đính kèm không cho ra.'],
  'proof-ledger-follows': ['Ngoài ra {count} dữ kiện và nhận định chỉ khác vì tính từ những điều nêu trên.'],
  'proof-page-number': ['Trang {page}, khối {block}: “{found}” ở chỗ dữ kiện {fact} in “{expected}”.'],
  'proof-hash-alone': [
    'Các tệp cho ra đúng điều sổ dữ kiện và các trang ghi: chính mã băm trong inputs.json đã bị sửa.',
  ],
  'proof-page-agrees': ['{count} số trên trang khớp facts.json, không khớp điều các tệp bị sửa cho ra.'],
  'proof-page-unsure': [
    '{count} chỗ trên các trang {pages} khác điều các tệp bị sửa cho ra; không thể biết chúng có bị sửa hay không.',
  ],
  'proof-page-differs': ['Trang {page}, khối {block}: “{found}” ở chỗ đáng lẽ là “{expected}”.'],
  'proof-page-lacks': ['Chữ của khối {block} không có trên trang nào: “{text}”.'],
  'proof-page-adds': ['Trang {page} ghi điều không mẫu nào ghi: “{text}”.'],
  'proof-page-margin': ['Lề trang {page} ghi điều không mẫu nào ghi: “{text}”.'],
  'proof-page-language': ['Trang {page}, khối {block}: chữ ghi là tiếng “{found}”, không phải “{expected}”.'],
  'proof-title': ['Tiêu đề của tệp là “{title}”; các mẫu đính kèm cho “{own}”.'],
  'proof-text-unproven': ['Nguồn đính kèm không còn lập được bản tin, nên không có gì để đối chiếu các trang.'],
  'proof-bytes-changed': [
    'Tệp không còn như khi được ghi: mã định danh không khớp nội dung.',
    'Chương trình khác đã lưu lại, hoặc có người đã sửa; những điều khác tìm thấy cho biết ở đâu.',
  ],
  'proof-more': ['Còn {count} điều như vậy: {code}.'],
  'proof-other-version': [
    'Tệp do phiên bản {made} tạo; đây là phiên bản {version}, có thể viết đôi chỗ khác đi.',
    'Muốn chắc chắn, kiểm chứng bằng phiên bản {made}.',
  ],
};
