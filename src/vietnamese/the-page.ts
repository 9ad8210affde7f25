/** The sentences of messages.ts in Vietnamese: print, finish, verify, and the machine. */
import type { Translations } from './translations.ts';

const AGAIN = 'Hoàn thiện lại tệp.';
const UNTOUCHED = 'Hoàn thiện lại tệp; không công cụ nào khác được sửa nó.';
const STATIC = 'Dùng phông TrueType tĩnh trọn vẹn.';
const LETTERS = 'Dùng những chữ mà phông có.';
const MEMORY = 'Có thể máy thiếu bộ nhớ: chạy lại với ít việc hơn (`--jobs 1`)';

export const THE_PAGE: Translations = {
  // --- print
  'print-request-refused': [
    '{document} đòi tải {address}, trang in không được với tới.',
    'Đưa vào chính trang; chỉ phông của công cụ được phục vụ bên cạnh.',
  ],
  'print-font-failed': [
    'Phông {font} của {document} không tải được.',
    'Kiểm tra địa chỉ và tệp trong quy tắc @font-face.',
  ],
  'print-no-text': [
    '{document} in ra không có chữ nào: không nét chữ nào lên giấy.',
    'Chạy `brief doctor`: trình duyệt không tìm thấy phông vẽ được.',
  ],
  'print-page-empty': [
    'Trang {page} của {document} không có chữ.',
    'Tìm ngắt trang sau khối cuối, hoặc khối cao hơn một trang.',
  ],
  'print-too-wide': [
    '“{block}” trong {document} rộng hơn khung {excess} mm trên trang in.',
    'Rút ngắn chữ, hoặc nới khung.',
  ],
  'print-clipped': [
    '“{block}” trong {document} che mất {excess} mm nội dung trên trang in.',
    'Tăng chiều cao khung, hoặc để khung tự giãn.',
  ],
  'print-timeout': [
    '{document} không in xong trong {seconds} giây.',
    'Chạy lại với ít việc hơn (`--jobs 1`); nếu vẫn treo, tìm biểu đồ hay bảng rất lớn trong đó.',
  ],
  'print-crashed': ['Trang của {document} bị sập khi đang in.', `${MEMORY}.`],
  'print-failed': [
    'Không in được {document}: {reason}.',
    'Chạy `brief doctor` để xem trình duyệt này có in được không.',
  ],
  'print-unreadable': [
    'Không đếm được trang của {document}: trình duyệt ghi PDF có cấu trúc lạ.',
    'Dùng trình duyệt kèm gói (bỏ --browser và BRIEF_BROWSER).',
  ],
  'print-anchor-missing': [
    '{document} nêu số trang của “{anchor}”, nhưng không gì trên các trang dẫn đến đích đó.',
    'Cho khối id này, và đặt liên kết đến nó ở chỗ ghi số trang.',
  ],
  'print-pages-unstable': [
    'Số trang trong mục lục của {document} chưa ổn định sau {prints} lần in.',
    'Cho số trang độ rộng cố định, để chúng không đẩy chữ.',
  ],
  // --- finish
  'finish-unreadable': ['Không đọc được PDF đã in: {reason}.', 'In bằng trình duyệt kèm gói; tệp có thể bị cắt ngang.'],
  'finish-untagged': ['PDF đã in không có cây cấu trúc.', 'In có gắn thẻ, bằng trình duyệt kèm gói.'],
  'finish-date': [
    '“{date}” không phải ngày cho tệp.',
    'Ghi ngày của ấn bản theo năm-tháng-ngày, hoặc SOURCE_DATE_EPOCH bằng giây nguyên.',
  ],
  'finish-content-odd': [
    'Trang {page} có {oddity}.',
    'Tìm các nhóm trong suốt (opacity, filter) quanh chữ trên trang này và bỏ đi.',
  ],
  'finish-text-untied': [
    'Trang {page} có chữ gắn thẻ mà không phần tử cấu trúc nào giữ: “{text}”.',
    'Cho phần tử một thẻ thường, hoặc ẩn khỏi người đọc bằng aria-hidden.',
  ],
  'finish-table-row': ['Một dòng bảng có {found} bên cạnh các ô.', 'Đưa vào td hoặc th.'],
  'finish-link-silent': ['Liên kết đến {target} không có chữ.', 'Cho liên kết chữ, hoặc hình có văn bản thay thế.'],
  'finish-annotation-untied': [
    'Trang {page} có chú giải ({type}) mà không phần tử cấu trúc nào giữ.',
    'Dùng liên kết thường, không gắn role.',
  ],
  'finish-type-unknown': ['Kiểu cấu trúc {type} không rõ; trình đọc sẽ coi như span.', 'Dùng phần tử có nghĩa chuẩn.'],
  'finish-attachment-twice': ['Hai tệp đính kèm cùng tên {name}; tệp thứ hai bị bỏ.', 'Đặt tên riêng cho mỗi tệp.'],
  'finish-attachment-type': [
    'Tệp đính kèm {name} có kiểu “{mime}”, không hợp lệ.',
    'Dùng application/octet-stream khi không rõ kiểu.',
  ],
  // --- verify
  'pdf-unreadable': ['Không đọc được PDF: {reason}.', 'In lại; tệp có thể bị cắt ngang hoặc mã hóa.'],
  'pdf-text-differs': [
    'Trang {page} không ghi như khối “{block}”: HTML ghi “{html}”, PDF ghi “{printed}”.',
    'Cho khối white-space: pre-wrap và không text-transform, nếu không chữ sẽ mất dấu cách cuối dòng; giữa các mục của hộp flex hay grid, đặt dấu cách vào trong một mục.',
  ],
  'pdf-text-missing': [
    'Chữ của khối “{block}” không có trong PDF: “{text}”.',
    'Xem nó có bị ẩn, bị cắt, hay do CSS content vẽ ra không.',
  ],
  'pdf-text-added': [
    'Trang {page} có chữ mà không khối HTML nào có, trước {before}: “{text}”.',
    'Bỏ chữ khỏi CSS content, hoặc ẩn khỏi người đọc bằng aria-hidden.',
  ],
  'pdf-text-language': [
    'Khối “{block}” là tiếng “{wanted}”, nhưng PDF ghi “{found}” ở trang {page}.',
    'Cho mọi phần tử có lang một id: Chromium quên ngôn ngữ của phần tử không có.',
  ],
  'pdf-drawing-differs': [
    'Trang {page} không vẽ như biểu đồ của khối “{block}”: hình vẽ có “{html}”, PDF có “{printed}”.',
  ],
  'pdf-margin-differs': [
    'Trang {page} có “{text}” ngoài mọi khối, không phải tiêu đề chạy, đầu bảng hay số trang.',
    'Viết lề trang chỉ bằng content: "…" và counter(page).',
  ],
  'pdf-outline': [
    'Dấu trang “{bookmark}” đặt ở chỗ của tiêu đề “{heading}”.',
    'Cho tiêu đề white-space: pre-wrap, nếu không các dòng sẽ dính vào nhau trong dấu trang.',
  ],
  'pdf-header': ['Tệp không mở đầu như PDF 1.7 phải có ({clause}).', AGAIN],
  'pdf-identifier': ['Tệp không có mã định danh ({clause}).', AGAIN],
  'pdf-syntax': ['Cú pháp không chặt chẽ: {fault} ({clause}).', UNTOUCHED],
  'pdf-hex-string': ['Chuỗi thập lục phân sai dạng trong {where} ({clause}).', UNTOUCHED],
  'pdf-filter': ['Một luồng dùng {found}, điều PDF/A cấm ({clause}).', UNTOUCHED],
  'pdf-limit': ['Tệp có {limit}, vượt mức PDF/A cho phép ({clause}).', 'Vẽ đơn giản hơn, hoặc chia nhỏ chữ.'],
  'pdf-stranger': [
    'Tệp có {what}, điều tệp của công cụ này không bao giờ có ({clause}).',
    'Bỏ đi: ở đây không gì đánh giá được nó.',
  ],
  'pdf-metadata-missing': ['Tệp không có siêu dữ liệu XMP ({clause}).', AGAIN],
  'pdf-xmp-malformed': ['Siêu dữ liệu XMP sai dạng ({clause}).', AGAIN],
  'pdf-ua-identification': ['Siêu dữ liệu không ghi PDF/UA-1: cần {wanted}, thấy {found} ({clause}).', AGAIN],
  'pdf-a-identification': ['Siêu dữ liệu không ghi PDF/A-3a: cần {wanted}, thấy {found} ({clause}).', AGAIN],
  'pdf-title-missing': ['Siêu dữ liệu không có tên tài liệu ({clause}).', 'Đặt tên cho ấn bản.'],
  'pdf-title-hidden': ['Trình xem không được bảo hiện tên tài liệu ({clause}).', AGAIN],
  'pdf-xmp-property': [
    'Thuộc tính siêu dữ liệu {name} {fault} ({clause}).',
    'Dùng thuộc tính của Dublin Core, XMP hay PDF, hoặc mô tả lược đồ của nó.',
  ],
  'pdf-xmp-extension': ['Một lược đồ siêu dữ liệu được mô tả sai: {fault} ({clause}).', AGAIN],
  'pdf-language-missing': ['Tài liệu không ghi ngôn ngữ ({clause}).', 'Cho phần tử html thuộc tính lang.'],
  'pdf-language-tag': ['“{lang}” trong {where} không phải mã ngôn ngữ ({clause}).', 'Ghi mã như vi hoặc en.'],
  'pdf-not-marked': ['Tệp không ghi là có gắn thẻ ({clause}).', 'In có gắn thẻ.'],
  'pdf-suspects': ['Tệp tự ghi các thẻ của mình là đáng ngờ ({clause}).', AGAIN],
  'pdf-structure-missing': ['Tệp không có cây cấu trúc ({clause}).', 'In có gắn thẻ.'],
  'pdf-type-unmapped': ['Kiểu cấu trúc {type} không có nghĩa chuẩn ({clause}).', 'Dùng phần tử có nghĩa chuẩn.'],
  'pdf-type-remapped': ['Kiểu cấu trúc chuẩn {type} bị gán nghĩa khác ({clause}).', AGAIN],
  'pdf-name-encoding': ['Tên {name} không phải UTF-8 ({clause}).', 'Dùng phông có tên PostScript thuần ASCII.'],
  'pdf-parent-missing': ['Phần tử {type} (trang {page}) không gắn liền với cây của nó ({clause}).', AGAIN],
  'pdf-nesting': [
    '{inner} nằm trong {outer} ở trang {page} ({clause}).',
    'Lồng phần tử bảng, danh sách và chú thích như HTML.',
  ],
  'pdf-caption': [
    '{type} ở trang {page} có chú thích ở giữa, hoặc nhiều chú thích ({clause}).',
    'Cho một chú thích, ở đầu hoặc cuối.',
  ],
  'pdf-heading-levels': [
    'Tiêu đề {type} ở trang {page} đứng sau {before} ({clause}).',
    'Bắt đầu bằng h1, mỗi lần xuống một cấp.',
  ],
  'pdf-heading-kinds': ['Lẫn tiêu đề có cấp và không cấp: {type} ở trang {page} ({clause}).', 'Chỉ dùng h1 đến h6.'],
  'pdf-figure-alternative': [
    '{type} ở trang {page} không có văn bản thay thế ({clause}).',
    'Cho svg role="img" và aria-label.',
  ],
  'pdf-figure-short': [
    'Văn bản thay thế của {type} ở trang {page} quá ngắn để nói hình có gì: “{text}”.',
    'Viết một câu ít nhất {least} chữ.',
  ],
  'pdf-figure-box': ['{type} ở trang {page} không ghi nó nằm ở đâu.', 'Xem nó có được vẽ gì không.'],
  'pdf-note-id': ['{type} ở trang {page} không có id riêng ({clause}).', 'Cho mỗi ghi chú id riêng.'],
  'pdf-table-groups': [
    'Bảng ở trang {page} có nhiều hơn một phần đầu hay chân, hoặc không có thân ({clause}).',
    'Dùng một thead và ít nhất một tbody.',
  ],
  'pdf-table-grid': [
    'Bảng ở trang {page} không thành lưới: {fault} ({clause}).',
    'Cho mỗi dòng đủ ô; ô trống biến mất khi in, nên ghi “–”.',
  ],
  'pdf-cell-head': [
    'Ô ở dòng {row}, cột {column} của bảng trang {page} không có đầu ({clause}).',
    'Cho th của dòng và cột thuộc tính scope.',
  ],
  'pdf-cell-empty': [
    'Ô ở dòng {row}, cột {column} của bảng trang {page} để trống.',
    'Ghi “–” hoặc dấu cách không ngắt.',
  ],
  'pdf-content-unmarked': [
    'Trang {page} vẽ thứ không gắn thẻ cũng không phải trang trí (chữ {text} lần, hình {graphics} lần; {clause}).',
    AGAIN,
  ],
  'pdf-artifact-nesting': ['Trang {page} lẫn phần trang trí với nội dung gắn thẻ ({clause}).', AGAIN],
  'pdf-form-parents': [
    'Trang {page} vẽ một nhóm gắn thẻ không thuộc đâu, hoặc hai lần ({clause}).',
    'Tìm các nhóm trong suốt (opacity, filter) quanh chữ trên trang này.',
  ],
  'pdf-operator': ['Trang {page} dùng toán tử lạ {operator} ({clause}).', UNTOUCHED],
  'pdf-content-broken': ['Không đọc được nội dung trang {page}.', UNTOUCHED],
  'pdf-resource-missing': ['Trang {page} đòi tài nguyên không có: {name} ({clause}).', UNTOUCHED],
  'pdf-font-dictionary': ['Phông {font} được mô tả sai ({clause}).', STATIC],
  'pdf-font-kind': [
    'Phông {font} được nhúng dạng {kind}, không phải TrueType ({clause}).',
    'Dùng phông TrueType tĩnh trọn vẹn cho mỗi độ đậm và kiểu: phông biến thiên và đậm giả trở thành Type 3.',
  ],
  'pdf-font-encoding': ['Phông {font} có bảng mã mà chỉ bảng bên ngoài giải thích được ({clause}).', STATIC],
  'pdf-font-glyph-map': ['Phông {font} không ghi mã nào ứng với nét chữ nào ({clause}).', STATIC],
  'pdf-font-not-embedded': [
    'Phông {font} không được nhúng ({clause}).',
    'Dùng phông mà giấy phép và cờ cho phép nhúng.',
  ],
  'pdf-font-cid-set': ['Phông {font} mang danh sách nét chữ không đáng tin ({clause}).', AGAIN],
  'pdf-font-broken': ['Không đọc được chương trình của phông {font}.', STATIC],
  'pdf-glyph-missing': ['Phông {font} thiếu nét chữ cho mã {code} ở trang {page} ({clause}).', LETTERS],
  'pdf-glyph-width': [
    'Phông {font} ghi độ rộng khác cho mã {code} so với chương trình của nó (trang {page}; {clause}).',
    STATIC,
  ],
  'pdf-glyph-silent': ['Mã {code} của phông {font} ở trang {page} không đọc được thành chữ ({clause}).', LETTERS],
  'pdf-glyph-text': [
    'Mã {code} của phông {font} ở trang {page} đọc thành {text}, không phải ký tự ({clause}).',
    LETTERS,
  ],
  'pdf-character': [
    'Phông {font} cho {text} ở trang {page}, không tìm kiếm hay đọc to được ({clause}).',
    'Tắt chữ ghép (font-variant-ligatures: none), và vẽ ký hiệu bằng hình.',
  ],
  'pdf-font-unlisted': ['Phông {font} không phải phông của tài liệu.', 'Cho mọi phần tử một trong các phông: {known}.'],
  'pdf-output-intent': ['Tệp không ghi dùng cho không gian màu nào ({clause}).', AGAIN],
  'pdf-colour': ['Trang {page} dùng không gian màu {colour}, ngoài phạm vi đã khai ({clause}).', 'Dùng màu RGB.'],
  'pdf-graphics-state': ['Một trạng thái đồ họa có mục bị cấm: {name} ({clause}).', 'Dùng nền và nét thường.'],
  'pdf-rendering-intent': ['Không rõ cách thể hiện màu {name} ({clause}).', AGAIN],
  'pdf-image': ['Một hình ảnh có mục bị cấm: {name} ({clause}).', 'Vẽ bằng SVG.'],
  'pdf-annotation-type': ['Trang {page} có chú giải khác liên kết thường: {type} ({clause}).', 'Chỉ dùng liên kết.'],
  'pdf-link-silent': ['{type} ở trang {page} không có mô tả ({clause}).', 'Cho liên kết chữ riêng.'],
  'pdf-link-untied': [
    '{type} ở trang {page} không thuộc liên kết nào trong cấu trúc ({clause}).',
    'Dùng liên kết thường không gắn role.',
  ],
  'pdf-tab-order': ['Trang {page} không chuyển qua các liên kết theo thứ tự đọc ({clause}).', AGAIN],
  'pdf-annotation-flags': ['{type} ở trang {page} không vừa hiện vừa in ({clause}).', AGAIN],
  'pdf-action': ['Tệp có hành động bị cấm: {type} ({clause}).', 'Chỉ liên kết đến đích trong trang và địa chỉ.'],
  'pdf-attachment-name': ['Tệp đính kèm {name} thiếu một trong hai tên ({clause}).', AGAIN],
  'pdf-attachment-type': [
    'Tệp đính kèm {name} không có kiểu ({clause}).',
    'Ghi kiểu nội dung, hoặc application/octet-stream.',
  ],
  'pdf-attachment-relationship': [
    'Tệp đính kèm {name} không ghi quan hệ với tài liệu ({clause}).',
    'Ghi Data, Source hoặc Supplement.',
  ],
  'pdf-attachment-untied': ['Tệp đính kèm {name} không gắn với tài liệu ({clause}).', AGAIN],
  // --- world
  'browser-missing': [
    'Không tìm thấy trình duyệt để in.',
    'Cài Chrome hoặc Chromium, hoặc chỉ ra: --browser PATH, hoặc BRIEF_BROWSER=PATH.',
  ],
  'browser-wish-missing': [
    '{from} ghi {path}, nơi không có chương trình chạy được.',
    'Sửa đường dẫn, hoặc bỏ đi để dùng trình duyệt kèm gói hay đã cài.',
  ],
  'browser-unpack-failed': [
    'Không giải nén được trình duyệt kèm gói vào {folder}: {reason}.',
    'Cần 210 MB ở đó; đặt XDG_CACHE_HOME sang thư mục khác, hoặc chỉ ra trình duyệt bằng --browser.',
  ],
  'browser-not-started': [
    'Trình duyệt {path} không khởi động: {reason}.',
    'Chạy `brief doctor`, hoặc chỉ ra trình duyệt khác bằng --browser.',
  ],
  'browser-unreachable': [
    'Trình duyệt ở {address} không trả lời: {reason}.',
    'Kiểm tra địa chỉ, và trình duyệt ở đó có đang chạy không.',
  ],
  'browser-sandbox': [
    'Trình duyệt không mở được hộp cát, vì hệ thống không cho người dùng thường tạo không gian tên.',
    'Cho phép: `sudo sysctl -w kernel.unprivileged_userns_clone=1` (Debian) hoặc `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0` (Ubuntu); trong container, chạy với hồ sơ seccomp cho phép; hoặc chỉ ra Chrome đã cài bằng --browser.',
  ],
  'browser-sandbox-off': [
    'Trình duyệt chạy không có hộp cát, vì tiến trình này là root.',
    'Chạy bằng người dùng thường khi có thể.',
  ],
  'browser-died': ['Trình duyệt kết thúc khi đang in {document}.', `${MEMORY}.`],
  'browser-hung': [
    'Trình duyệt ngừng trả lời khi đang in {document}, và đã bị dừng.',
    `${MEMORY}, hoặc chỉ ra trình duyệt khác bằng --browser.`,
  ],
  'browser-gone': [
    '{document} không được in: trình duyệt kết thúc hai lần.',
    `${MEMORY}, hoặc chỉ ra trình duyệt khác bằng --browser.`,
  ],
  'node-too-old': ['Node.js {version} quá cũ cho chương trình này.', 'Cài Node.js {least} hoặc mới hơn.'],
  'cache-unusable': [
    'Không dùng được thư mục đệm riêng nào: {reason}.',
    'Đặt XDG_CACHE_HOME sang thư mục thuộc về bạn và ghi được.',
  ],
  'font-package-missing': ['Thiếu tệp phông {file}.', 'Chạy lại `npm ci`.'],
  'project-missing': [
    'Không có brief.yaml trong {folder} hay thư mục bên trên.',
    'Chuyển đến một dự án, hoặc tạo mới: `brief init`.',
  ],
  'file-unreadable': ['Không đọc được tệp {path}: {reason}.', 'Kiểm tra đó là tệp và bạn được phép đọc.'],
  'file-not-text': ['Tệp {path} không phải văn bản UTF-8.', 'Lưu theo mã UTF-8.'],
  'port-taken': [
    'Cổng {port} đã có chương trình dùng.',
    'Dừng chương trình đang nghe ở đó, hoặc chọn cổng khác: brief preview --port 4500.',
  ],
  'port-unusable': [
    'Ở đây không được nghe ở cổng {port}: {reason}.',
    'Chọn cổng trên 1023: brief preview --port 4500.',
  ],
  'output-unwritable': [
    'Không ghi được {folder}: {reason}. Ở đó chưa có gì thay đổi.',
    'Chọn thư mục khác, đóng chương trình đang mở tệp, hoặc giải phóng đĩa.',
  ],
  bug: ['Lỗi trong Export Brief: {reason}.', 'Xin báo lại cùng dữ liệu này.'],
};
