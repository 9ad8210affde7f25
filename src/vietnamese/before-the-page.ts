/** The sentences of messages.ts in Vietnamese: command line, load, validate, derive, chart, render, audit. */
import type { Translations } from './translations.ts';

export const BEFORE_THE_PAGE: Translations = {
  // --- command line
  'edition-unknown': ['Không có ấn bản “{name}”; hiện có {known}.', 'Có phải bạn muốn viết “{near}”?'],
  'fact-not-known': ['Không có dữ kiện “{name}”.', 'Có phải bạn muốn viết “{near}”?'],
  'edition-missing': [
    'Dự án chưa có ấn bản nào.',
    'Viết data/editions/<năm>.yaml và liệt kê trong brief.yaml: editions: ["2005"].',
  ],
  'usage-format': ['“{format}” không phải là định dạng.', 'Dùng html, pdf, hoặc cả hai, cách nhau bằng dấu phẩy.'],
  'document-unknown': [
    '“{name}” không phải tài liệu của dự án này; hiện có {known}.',
    'Có phải bạn muốn viết “{near}”?',
  ],
  // --- refresh
  'series-not-known': [
    'Không có chuỗi số liệu “{name}” nào cập nhật được; hiện có {known}.',
    'Có phải bạn muốn viết “{near}”?',
  ],
  'refresh-no-source': [
    'Chuỗi {name} không ghi lấy số liệu từ đâu.',
    'Viết “fetch:” với “from” và “code”; các nơi công bố nằm trong data/refresh.yaml.',
  ],
  'refresh-none': [
    'Không chuỗi nào ghi lấy số liệu từ đâu.',
    'Viết data/refresh.yaml, và “fetch:” trong những chuỗi cần cập nhật.',
  ],
  'refresh-unreachable': [
    'Không tải được số liệu cho chuỗi {series}: {reason}.',
    'Thử lại sau, hoặc sửa địa chỉ trong data/refresh.yaml. Chưa có gì thay đổi.',
  ],
  'refresh-not-understood': [
    'Câu trả lời cho chuỗi {series} không dùng được: {reason}.',
    'Sửa “code” ở đây, hoặc “protocol” và “url” trong data/refresh.yaml. Chưa có gì thay đổi.',
  ],
  'refresh-empty': [
    'Câu trả lời cho chuỗi {series} không có số liệu nào của {code}.',
    'Sửa “code”, “economy”, “items” hoặc “since”. Chưa có gì thay đổi.',
  ],
  'refresh-contradiction': [
    'Câu trả lời cho chuỗi {series} có hai số liệu cho {what}: {one} và {other}.',
    'Thu hẹp “code” còn một dòng, hoặc ghi “dimension” phân biệt chúng. Chưa có gì thay đổi.',
  ],
  'refresh-scale': [
    'Số liệu tải về cho chuỗi {series} bằng khoảng mười lũy thừa {power} lần số của bản mới nhất.',
    'Có thể nơi công bố đã đổi đơn vị; “power: {remedy}” sẽ làm cho khớp. Chưa có gì thay đổi.',
  ],
  'refresh-gone': [
    'Bản mới của chuỗi {series} không có số liệu cho {periods}, còn bản trước thì có.',
    'Xem số liệu có bị rút lại không; công thức cần chúng vẫn dùng bản cũ.',
  ],
  // --- load
  'file-missing': ['Thiếu tệp {path}.', '{what}'],
  'yaml-syntax': ['Không đọc được YAML: {reason}.', '{advice}'],
  'yaml-duplicate-key': ['Khóa “{key}” xuất hiện hai lần.', 'Xóa bớt một; khóa đầu ở dòng {first}.'],
  'yaml-aliases': ['Các bí danh mở ra hơn {limit} giá trị.', 'Viết đầy đủ các giá trị; bí danh nhân lên bị từ chối.'],
  'text-not-nfc': ['“{text}” không phải chữ dựng sẵn (NFC).', 'Viết “{fixed}” bằng chữ có dấu dựng sẵn.'],
  'file-not-read': ['Tệp {path} không được đọc.', '{advice}'],
  'yaml-not-allowed': ['{what}.', '{advice}'],
  'text-lost-character': [
    'Trong chữ có {code}, không ứng với ký tự nào: một ký tự đã mất trên đường đi.',
    'Gõ lại, và lưu tệp theo mã UTF-8.',
  ],
  'text-invisible-character': [
    'Trong chữ có {code}, {what} không ai nhìn thấy.',
    'Xóa đi; dấu cách không ngắt là U+00A0.',
  ],
  'text-legacy-encoding': [
    '“{text}” giống tiếng Việt ở bảng mã khác ({encoding}).',
    'Chuyển sang Unicode; có lẽ là “{guess}”.',
  ],
  'link-outside': ['{path} là liên kết dẫn ra ngoài dự án.', 'Đặt chính nội dung đó vào đây.'],
  'path-outside': ['Đường dẫn {path} ra khỏi dự án.', 'Dùng đường dẫn bên dưới thư mục dự án, không có “..”.'],
  // --- validate
  'shape-unknown-key': ['Khóa lạ “{key}”.', 'Có phải bạn muốn viết “{near}”?'],
  'shape-missing-key': ['Thiếu khóa “{key}”.', 'Thêm “{key}: …” vào đây.'],
  'shape-wrong-value': ['{expected}, nhưng lại thấy {found}.', '{advice}'],
  'unknown-name': ['Không biết {what} “{name}”.', 'Có phải bạn muốn viết “{near}”?'],
  'text-comma': ['Chữ kết thúc ở dấu phẩy trước “{key}”.', 'Đặt chữ có dấu phẩy trong ngoặc kép.'],
  'series-both': [
    'Bản công bố không có, hoặc có cả “values” lẫn “table”.',
    'Viết “values:” kèm số liệu, hoặc trong bảng nhiều nền kinh tế viết “table:” kèm đường dẫn tệp CSV.',
  ],
  'series-panel': ['{found} trong một chuỗi {panel} panel.', '{advice}'],
  'series-mixed': [
    'Bản công bố này có {found}, nhưng bản mới nhất có {first}.',
    'Mọi bản công bố của một chuỗi phải cùng một dạng.',
  ],
  'series-order': ['Bản này công bố sau bản đứng trên nó.', 'Đặt bản mới nhất lên đầu.'],
  'mark-without-figure': ['Ký hiệu đặt ở {period}, nơi không có số liệu.', 'Ghi một kỳ có số liệu: {near}.'],
  'name-twice': ['{what} “{name}” xuất hiện hai lần.', 'Xóa bớt một; lần đầu ở dòng {first}.'],
  'name-not-allowed': ['“{name}” không thể là tên của {what}.', '{advice}'],
  'window-order': [
    'Giai đoạn kết thúc năm {end}, trước khi bắt đầu năm {start}.',
    'Ghi năm đầu ở “start”, năm cuối ở “end”.',
  ],
  'locale-language': [
    'Tệp ngôn ngữ “{file}” lại ghi là “{lang}”.',
    'Viết “lang: {file}”, hoặc đổi tên tệp thành {lang}.yaml.',
  ],
  'table-header': ['Dòng đầu của bảng phải là “economy” và các kỳ; “{found}” không phải.', '{advice}'],
  'table-row': [
    'Dòng có {found} ô, dòng đầu có {expected}.',
    'Viết số không có dấu phẩy ngăn hàng nghìn; ô trống nghĩa là không có số liệu.',
  ],
  'table-number': ['“{found}” không phải là số.', '{advice}'],
  'table-economy': ['“{found}” không phải mã của một nền kinh tế.', 'Dùng ba chữ in hoa theo ISO 3166, như VNM.'],
  'style-loads': [
    'Bảng kiểu đòi tải {address}.',
    'Bản tin không tải gì từ nơi khác: đưa vào bảng kiểu dưới dạng “data:…”, hoặc bỏ đi.',
  ],
  'claim-close': [
    '“close” là {close}, nhỏ hơn “within” là {within}.',
    'Gần khớp là vượt quá “within”: ghi số lớn hơn, hoặc bỏ “close”.',
  ],
  'point-both': ['Điểm “{point}” vừa được kể vừa bị lược.', 'Bỏ khỏi “points” hoặc khỏi “left_out”.'],
  'previous-later': [
    'Ấn bản trước là {name} kết thúc năm {last}, còn ấn bản này kết thúc năm {end}.',
    'Ghi một ấn bản có giai đoạn kết thúc sớm hơn.',
  ],
  'rule-bounds': ['Quy tắc không cho phép gì: {least} lớn hơn {most}.', 'Ghi cận nhỏ trước: between: [-40, 60].'],
  'translation-missing': ['Thiếu phần chữ tiếng {language}.', 'Thêm “{key}: …” bên cạnh các tiếng khác.'],
  'style-typed-number': [
    'Bảng kiểu in “{text}”: một số không thuộc dữ kiện nào.',
    'In trong mẫu, qua một dữ kiện; bộ đếm counter(name) thì được.',
  ],
  'template-comment': [
    'Mẫu có chú thích HTML: nội dung trong đó không lên trang, và không gì báo cho biết.',
    'Bỏ đi, hoặc viết thành chú thích của mẫu: {{!-- … --}}.',
  ],
  // --- derive
  'formula-syntax': [
    'Không đọc được công thức: {reason}.',
    'Công thức là một biểu thức gồm tên, số, + − * /, so sánh, &&, ||, ! và hàm.',
  ],
  'formula-not-allowed': ['{found} không thuộc ngôn ngữ công thức.', '{advice}'],
  'formula-chained-comparison': [
    'Không được nối chuỗi các phép so sánh.',
    'Viết hai phép nối bằng &&: a < b && b < c.',
  ],
  'formula-value': ['Ở đây cần {wanted}, nhưng đây là {found}.', '{advice}'],
  'formula-arguments': ['Hàm {function} nhận {found} đối số.', 'Cách dùng: {usage}.'],
  'formula-argument': ['{function} cần {wanted} ở “{parameter}”, nhưng đây là {found}.', 'Cách dùng: {usage}.'],
  'formula-units': ['“{operator}” không thể nối {left} với {right}.', '{advice}'],
  'formula-division-by-zero': ['Chia cho không: {divisor} bằng 0.', 'Kiểm tra số liệu, hoặc chọn năm khác.'],
  'formula-undefined': ['{function} không xác định ở đây: {reason}.', 'Kiểm tra số liệu, hoặc chọn năm khác.'],
  'formula-not-finite': ['Kết quả không phải số hữu hạn.', 'Kiểm tra các số liệu tạo ra nó.'],
  'year-outside-family': [
    '“year” chỉ dùng được trong một họ dữ kiện.',
    'Cho dữ kiện một khoảng, “each: base..end”, hoặc ghi rõ năm.',
  ],
  'cell-missing': ['{series} không có số liệu cho {period} (bản công bố {vintage}).', 'Có số liệu cho {known}.'],
  'previous-missing': [
    '“{name}” là một năm của ấn bản trước, mà ấn bản này không ghi ấn bản trước.',
    'Viết “previous: "<ấn bản>"” vào tệp của nó, hoặc hỏi {{#has "previous"}} trước.',
  ],
  'vintage-unknown': ['{series} không có bản công bố “{vintage}”.', 'Hiện có {known}.'],
  'vintage-ambiguous': [
    '{series} có nhiều bản công bố, và cả công thức lẫn ấn bản đều không ghi bản nào.',
    'Ghi một bản trong ngoặc vuông hoặc ở “vintages:” của ấn bản: {known}.',
  ],
  'vintages-mixed': [
    'Công thức trộn các bản công bố của {series}: {vintages}.',
    'Ghi bản công bố trong ngoặc vuông ở mọi chỗ có {series}, để sự pha trộn là chủ ý.',
  ],
  'facts-mix-vintages': [
    'Công thức kết hợp những dữ kiện đọc các bản công bố khác nhau của {series}: {vintages}.',
    'Để cả hai đọc một bản công bố; nếu cố ý pha trộn, đọc thẳng {series} ở đây, ghi từng bản công bố trong ngoặc vuông.',
  ],
  'fact-cycle': ['Dữ kiện phụ thuộc vào chính nó: {path}.', 'Cho một trong số đó đọc từ chuỗi số liệu.'],
  'fact-unit': ['Công thức cho {found}, nhưng dữ kiện khai là {declared}.', 'Khai một đơn vị {kind}: {units}.'],
  'fact-name-taken': ['Tên “{name}” đã thuộc về {owner}.', 'Chọn tên khác.'],
  'fact-range': ['Họ dữ kiện không có năm nào: {from} đến {to}.', 'Ghi năm sớm trước, “each: base..end”.'],
  'family-year-outside': ['{family} không có số liệu cho {year}.', 'Các năm của nó là {known}.'],
  'stated-unknown': ['Bài báo của ấn bản không nêu số liệu “{name}”.', 'Có phải bạn muốn viết “{near}”?'],
  'claim-verdict-moved': [
    'Nhận định {claim} được ghi là {recorded}, nhưng phép kiểm cho {computed}: {text}.',
    'Đọc lại nhận định; nếu kết luận mới là đúng, ghi nhận nó (brief accept).',
  ],
  'rule-comparison': [
    'Quy tắc “holds” là một phép so sánh.',
    'So sánh hai vế bằng ==, <= hoặc >=: exports - imports == balance.',
  ],
  'rule-vintage': [
    '{series} có nhiều bản công bố, và quy tắc không ghi bản nào.',
    'Ghi một bản trong ngoặc vuông: {known}.',
  ],
  'rule-idle': ['Quy tắc {rule} không kiểm tra gì.', 'Xem lại các năm và tên chuỗi của nó.'],
  'exception-idle': ['Quy tắc {rule} vẫn đúng cho {period} khi không có ngoại lệ này.', 'Bỏ ngoại lệ.'],
  'sense-gap': [
    '{series} không có số liệu cho {periods} (bản công bố {vintage}): {why}',
    'Bổ sung, hoặc cho quy tắc {rule} một ngoại lệ kèm lý do.',
  ],
  'sense-figure': [
    '{figure} là {value} cho {period}, trái với {rules}: {why}',
    '{advice} Nếu số đúng, cho quy tắc một ngoại lệ kèm lý do: {where}.',
  ],
  'sense-changed': [
    '{figure} là {value} cho {period}, nhưng là {was} khi lấy từ nguồn.',
    'Đặt lại; nếu chủ ý thay đổi, ghi lại các tổng kiểm soát: node scripts/control-totals.mjs {series}.',
  ],
  'sense-totals': [
    'Số liệu của {figures} cộng lại không bằng tổng kiểm soát, và không số riêng lẻ nào giải thích được.',
    'So với nguồn; nếu chủ ý thay đổi, ghi lại các tổng: node scripts/control-totals.mjs {series}.',
  ],
  'claim-undecided': [
    'Không phép kiểm nào của nhận định {claim} quyết định kết luận.',
    'Bỏ “decides: false” ở ít nhất một phép.',
  ],
  // --- chart
  'chart-transform-refused': [
    '“{transform}” tạo ra những số không có dữ kiện nào chứng minh.',
    'Đưa thành dữ kiện trong data/facts, hoặc ghi “{transform}” ở usermeta.brief.allow.',
  ],
  'chart-data-refused': [
    'Biểu đồ tự mang số liệu ({found}).',
    'Biểu đồ vẽ dữ kiện: ghi một tập của usermeta.brief.datasets, data: {name: …}.',
  ],
  'chart-typed-number': [
    'Số {number} được gõ thẳng vào biểu đồ.',
    'Dẫn đến một dữ kiện: là một dòng, một trường của “with”, hoặc một trường hợp của “set”.',
  ],
  'chart-field-taken': ['Mỗi dòng đã có trường “{field}”.', 'Chọn tên khác.'],
  'chart-empty-dataset': [
    'Tập số liệu “{dataset}” của {chart} không có dòng nào trong {document}.',
    'Xem lại các năm, hoặc ghi nó ở usermeta.brief.optional.',
  ],
  'chart-warning': ['Vega-Lite cảnh báo: {reason}', 'Sửa đặc tả: cái bị bỏ qua sẽ thiếu trên trang.'],
  'chart-not-drawn': [
    'Không vẽ được biểu đồ trong {document}: {reason}',
    'Xem tài liệu Vega-Lite về thuộc tính được nêu.',
  ],
  'chart-load-refused': ['Biểu đồ đòi tải {address}.', 'Biểu đồ không tải gì; hãy vẽ dữ kiện.'],
  'chart-label-outside': [
    'Nhãn “{text}” của {chart} lấn {pixels} px ra ngoài khung trong {document}.',
    'Nới lề khung ở phía đó, hoặc rút ngắn chữ.',
  ],
  'chart-labels-overlap': [
    'Nhãn “{text}” và “{other}” của {chart} đè lên nhau trong {document}.',
    'Dời một nhãn, bớt nhãn, hoặc ghi lớp của chúng ở usermeta.brief.spread.',
  ],
  'chart-number-without-fact': [
    'Nhãn “{text}” của {chart} có {number}, không phải dữ kiện của điểm số liệu đó ({document}).',
    'Hiện trường “label”, một năm, hoặc một tên mà cụm từ của nó có dữ kiện.',
  ],
  'chart-empty-mark': [
    'Lớp {layer} của {chart} không vẽ gì trong {document}.',
    'Xem lại số liệu và bộ lọc, hoặc đặt tên lớp và ghi ở usermeta.brief.optional.',
  ],
  // --- render
  'template-syntax': ['Không đọc được mẫu: {reason}.', '{advice}'],
  'template-unknown': ['Không biết {what} “{name}”.', 'Có phải bạn muốn viết “{near}”?'],
  'template-choice': ['“{name}” không phải {what}.', 'Dùng một trong: {names}.'],
  'template-missing': ['Không có mẫu cho {what} “{name}”.', 'Viết {path}, hoặc bỏ “{name}”.'],
  'template-raw': ['Ba dấu ngoặc nhọn in ra không thoát ký tự.', 'Viết hai dấu; thẻ đánh dấu đặt ngay trong mẫu.'],
  'template-not-allowed': ['Mẫu không được chứa {what}.', 'Dùng một hàm trợ giúp hoặc mẫu con.'],
  'template-active': ['Mẫu có {what}.', 'Bản tin không chạy mã và không tải gì từ nơi khác: bỏ đi.'],
  'template-not-a-block': ['“{name}” không phải khối.', 'Viết không có “#” và không có phần đóng.'],
  'template-needs-block': ['“{name}” cần có chữ bên trong.', 'Viết thành khối với “#”, và đóng bằng “/{name}”.'],
  'template-arguments': ['“{name}” cần {wanted}, nhưng nhận {found} đối số.', 'Cho nó: {wanted}.'],
  'template-partial-loop': ['Mẫu con “{name}” gọi chính nó.', 'Bỏ lời gọi bên trong.'],
  'template-typed-number': [
    'Số “{number}” được gõ thẳng vào mẫu.',
    'In qua một dữ kiện, {{fact name}}, hoặc một năm, {{year end}}.',
  ],
  'template-language-missing': [
    '“{name}” không có chữ tiếng “{language}”.',
    'Thêm khối {{#{language}}} bên cạnh các tiếng khác.',
  ],
  'template-language-nested': ['“{name}” nằm trong “{outer}”.', 'Đặt các ngôn ngữ cạnh nhau.'],
  'template-language-alone': [
    'Chữ của “{name}” nằm ngoài mọi khối.',
    'Đưa vào paragraph, heading hoặc khối khác chứa mọi ngôn ngữ.',
  ],
  'template-outside-language': ['“{name}” in chữ của một ngôn ngữ.', 'Dùng nó trong khối ngôn ngữ.'],
  'translations-never-accepted': [
    'Trong {count} đoạn nhiều thứ tiếng, chưa đoạn nào được chấp nhận là bản dịch của nhau.',
    'Đọc song song rồi chạy `brief accept`: từ đó đoạn nào đổi một mình sẽ được báo.',
  ],
  'translation-new': [
    'Các đoạn của “{block}” chưa từng được chấp nhận là bản dịch của nhau.',
    'Đọc song song rồi chạy `brief accept`.',
  ],
  'translation-changed': [
    'Mọi đoạn của “{block}” đã đổi từ khi được chấp nhận.',
    'Đọc song song rồi chạy `brief accept`.',
  ],
  'accepted-changed': [
    'Phần “{block}” trình bày ({part}) đã đổi từ khi được chấp nhận.',
    'Đọc cùng phần chữ rồi chạy `brief accept`.',
  ],
  'accepted-gone': ['“{block}” đã được chấp nhận, nay không còn.', 'Đặt lại, hoặc chạy `brief accept`.'],
  'facts-never-accepted': [
    'Các số của ấn bản {edition} chưa từng được chấp nhận.',
    'Đọc bản tin rồi chạy `brief accept`: từ đó số nào thay đổi sẽ được báo.',
  ],
  'fact-new': [
    'Dữ kiện {fact} mới có từ khi ấn bản {edition} được chấp nhận.',
    'Đọc chỗ in nó rồi chạy `brief accept`.',
  ],
  'figure-moved': [
    '{figure} là {now}; khi ấn bản {edition} được chấp nhận là {before}. {moved}',
    'Nếu đúng, đọc lại các câu rồi chạy `brief accept`.',
  ],
  'fact-moved': [
    '{what} đã đổi từ khi ấn bản {edition} được chấp nhận. {moved}',
    'Nếu đúng, đọc lại các câu rồi chạy `brief accept`.',
  ],
  'translation-stale': [
    'Đoạn tiếng “{language}” của “{block}” đã cũ: đoạn song đôi ({other}) đã đổi từ khi cả hai được chấp nhận.',
    'Sửa cho khớp, hoặc chấp nhận như hiện có bằng `brief accept`.',
  ],
  'template-failed': ['Mẫu bị lỗi: {reason}.', 'Xem dòng được nêu.'],
  'statement-not-true': [
    'Câu khẳng định “{fact}”, nhưng số liệu không như vậy.',
    'Sửa câu, hoặc diễn đạt bằng hàm trợ giúp đi theo số liệu.',
  ],
  'fact-without-year': [
    '“{name}” có số liệu cho từng năm, mà không ghi năm nào.',
    'Ghi một năm: {name}.end, hoặc {name}.[1996].',
  ],
  'fact-not-available': ['Không có {what} “{name}” trong ấn bản này.', 'Xem lỗi ở công thức của nó, hoặc bỏ câu.'],
  // --- audit
  'number-without-fact': [
    'Số “{number}” không thuộc dữ kiện nào: “{text}”.',
    'In qua một dữ kiện, hoặc là năm của một dữ kiện.',
  ],
  'number-word-without-fact': [
    'Cụm từ “{words}” nêu một số trong “{language}” mà không thuộc dữ kiện nào.',
    'In bằng hàm “word” từ một dữ kiện, hoặc diễn đạt không có số.',
  ],
  'year-without-fact': [
    'Năm {year} không phải năm của dữ kiện nào bên cạnh; các dữ kiện đó nói về {years}.',
    'Ghi năm của dữ kiện, hoặc in dữ kiện của năm đó.',
  ],
  'word-against-data': [
    '“{word}” trái với số liệu: {fact} là {value} (“{language}”).',
    'Để hàm trợ giúp chọn từ: {{change …}} hoặc {{direction …}}.',
  ],
  'word-not-borne-out': [
    '“{word}” nêu thứ hạng mà không dữ kiện nào của khối chứng minh (“{language}”).',
    'Thêm {{ensure …}} với một dữ kiện đúng khi từ đó đúng.',
  ],
  'parity-year-missing': [
    'Thiếu năm {year} trong “{language}”; tiếng kia có nêu.',
    'Nêu cùng các năm trong cả hai thứ tiếng.',
  ],
  'parity-fact-missing': [
    'Thiếu dữ kiện {fact} trong “{language}”; tiếng kia có in ({expression}).',
    'Nói như nhau trong cả hai thứ tiếng.',
  ],
  'language-lint': ['Phần chữ “{language}” có {rule}: “{found}”.', 'Để hàm trợ giúp viết số và đơn vị.'],
  'text-in-other-language': [
    'Phần chữ “{language}” đọc như “{other}”: “{found}”.',
    'Viết bằng đúng ngôn ngữ; chữ cố ý giữ tiếng nước ngoài đặt trong <span lang="{other}">.',
  ],
  'link-nowhere': [
    'Một liên kết dẫn đến “#{anchor}”, mà trên trang không có id đó.',
    'Sửa đích; mỗi mục có “point-” trước tên.',
  ],
};
