# Cán bộ xã được nhắc trước hạn, báo cáo trong năm câu; thư ký xem ai còn thiếu và nhắc.
at: 2026-12-01T08:00
staff: nam officer xa-chi-lang
staff: hoa officer xa-na-duong
staff: lan secretary
at: 2026-12-22T09:00
hears: nam
< Báo cáo tháng 12 năm 2026 của đơn vị anh/chị chưa có; hạn Thứ Sáu, 25/12/2026. Làm mất chừng hai phút.
  (Kỳ và hạn này là dự kiến. Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục VI.4.)
  [Báo cáo ngay] [Bàn làm việc]
as: nam
>> [Báo cáo ngay]
< Báo cáo tháng 12 năm 2026. Đơn vị đã làm gì để bà con biết Hội thi? Chọn nút, chọn được nhiều; việc khác thì gõ vài lời.
  [Họp dân, họp thôn] [Loa truyền thanh] [Nhóm Zalo, Facebook] [Phát tờ rơi, dán áp phích] [Hội nghị, tập huấn] [Đến tận nơi gặp người có sáng kiến]
>> [Họp dân, họp thôn]
< Báo cáo tháng 12 năm 2026. Đơn vị đã làm gì để bà con biết Hội thi? Chọn nút, chọn được nhiều; việc khác thì gõ vài lời.
  Đã chọn: Họp dân, họp thôn.
  [Xong, tiếp theo] [Loa truyền thanh] [Nhóm Zalo, Facebook] [Phát tờ rơi, dán áp phích] [Hội nghị, tập huấn] [Đến tận nơi gặp người có sáng kiến] [Chọn lại]
>> [Nhóm Zalo, Facebook]
< Báo cáo tháng 12 năm 2026. Đơn vị đã làm gì để bà con biết Hội thi? Chọn nút, chọn được nhiều; việc khác thì gõ vài lời.
  Đã chọn: Họp dân, họp thôn, Nhóm Zalo, Facebook.
  [Xong, tiếp theo] [Loa truyền thanh] [Phát tờ rơi, dán áp phích] [Hội nghị, tập huấn] [Đến tận nơi gặp người có sáng kiến] [Chọn lại]
>> [Xong, tiếp theo]
< Khoảng bao nhiêu người đã được nghe, được biết? Gõ số, ví dụ «khoảng 50».
  [Không có] [Quay lại]
> đông lắm
< Tôi cần một con số, ví dụ «50» hoặc «khoảng 120».
< Khoảng bao nhiêu người đã được nghe, được biết? Gõ số, ví dụ «khoảng 50».
  [Không có] [Quay lại]
> khoảng 50
< Phát hiện được mấy giải pháp có thể dự thi? Gõ số; muốn ghi tên thì gõ ví dụ «2: máy tách ngô, bếp đun».
  [Chưa có] [Quay lại]
> 2 giải pháp: máy tách ngô, bếp đun trấu
< Có khó khăn, vướng mắc hay đề nghị gì không? Gõ vài lời, hoặc để sau.
  [Không có] [Bổ sung sau] [Quay lại]
> Hồ sơ nộp ở đâu?
< Nơi nhận và kiểm tra hồ sơ cấp tỉnh là Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi); địa chỉ, giờ nhận tôi chưa được cung cấp, hỏi cán bộ trước khi đi. Qua chat ở đây tôi cũng nhận hồ sơ trong hạn, nhưng chưa biết có phải nộp thêm bản giấy không. Trang mạng cũ có thể chỉ nơi khác.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.1. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  [Làm hồ sơ dự thi] [Gặp cán bộ] [Ai giúp tôi?] [Không đúng ý tôi]
< Có khó khăn, vướng mắc hay đề nghị gì không? Gõ vài lời, hoặc để sau.
  [Không có] [Bổ sung sau] [Quay lại] [Câu vừa rồi là câu trả lời của tôi]
> ít người biết viết bản mô tả
< Báo cáo tháng 12 năm 2026. Anh/chị xem lại rồi bấm gửi:
  ~
  • Việc đã làm: Họp dân, họp thôn; Nhóm Zalo, Facebook
  • Số người được biết: khoảng 50
  • Giải pháp phát hiện: 2 (máy tách ngô, bếp đun trấu)
  • Khó khăn: ít người biết viết bản mô tả
  [Gửi báo cáo] [Sửa: Việc đã làm] [Sửa: Số người được biết] [Sửa: Giải pháp phát hiện] [Sửa: Khó khăn] [Quay lại]
>> [Sửa: Số người được biết]
< Khoảng bao nhiêu người đã được nghe, được biết? Gõ số, ví dụ «khoảng 50».
  [Không có] [Quay lại]
> hơn 1 trăm
< Báo cáo tháng 12 năm 2026. Anh/chị xem lại rồi bấm gửi:
  ~
  • Việc đã làm: Họp dân, họp thôn; Nhóm Zalo, Facebook
  • Số người được biết: khoảng 100
  • Giải pháp phát hiện: 2 (máy tách ngô, bếp đun trấu)
  • Khó khăn: ít người biết viết bản mô tả
  [Gửi báo cáo] [Sửa: Việc đã làm] [Sửa: Số người được biết] [Sửa: Giải pháp phát hiện] [Sửa: Khó khăn] [Quay lại]
>> [Gửi báo cáo]
< Đã gửi báo cáo tháng 12 năm 2026 của Xã Chi Lăng. Cần sửa thì sửa được đến hết ngày 10/1/2027.
  [Sửa báo cáo] [Bàn làm việc] [Menu]
as: lan
>> [Bàn làm việc]
< Bàn làm việc. Vai của anh/chị: Thư ký.
  [Việc hôm nay] [Việc của tôi] [Hồ sơ chờ duyệt] [Việc chờ duyệt] [Hồ sơ chờ góp ý] [Danh sách và báo cáo] [Thông báo và hỏi đáp] [Người và nhật ký] [Menu]
>> [Danh sách và báo cáo]
< Danh sách và báo cáo
  [Báo cáo các đơn vị] [Xã, phường chưa có hồ sơ] [Danh sách] [Xuất bảng] [Gia hạn riêng] [Sổ sự cố] [Bàn làm việc] [Menu]
>> [Báo cáo các đơn vị]
< Báo cáo tháng 12 năm 2026, hạn Thứ Sáu, 25/12/2026: 1/69 đơn vị đã gửi.
  ~
  Đã gửi (1): Xã Chi Lăng.
  ~
  Chưa gửi (1): Xã Na Dương.
  ~
  Chưa có cán bộ trong hệ thống, cần gọi điện: 67 đơn vị.
  (Kỳ và hạn này là dự kiến. Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục VI.4.)
  [Nhắc 1 đơn vị] [Tải bảng Excel] [Xem khó khăn] [Nơi cần gọi điện] [Xem tháng 11 năm 2026] [Báo cáo tháng] [Bàn làm việc] [Menu]
>> [Nhắc 1 đơn vị]
< Đã nhắc 1 đơn vị chưa gửi báo cáo.
  [Báo cáo các đơn vị] [Bàn làm việc] [Menu]
hears: hoa
< Báo cáo tháng 12 năm 2026 của đơn vị anh/chị chưa có; hạn Thứ Sáu, 25/12/2026. Làm mất chừng hai phút.
  (Kỳ và hạn này là dự kiến. Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục VI.4.)
  [Báo cáo ngay] [Bàn làm việc]
< Báo cáo tháng 12 năm 2026 của đơn vị anh/chị chưa có; hạn Thứ Sáu, 25/12/2026. Làm mất chừng hai phút.
  (Kỳ và hạn này là dự kiến. Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục VI.4.)
  [Báo cáo ngay] [Bàn làm việc]
as: lan
>> [Báo cáo các đơn vị]
< Báo cáo tháng 12 năm 2026, hạn Thứ Sáu, 25/12/2026: 1/69 đơn vị đã gửi.
  ~
  Đã gửi (1): Xã Chi Lăng.
  ~
  Chưa gửi (1): Xã Na Dương.
  ~
  Chưa có cán bộ trong hệ thống, cần gọi điện: 67 đơn vị.
  (Kỳ và hạn này là dự kiến. Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục VI.4.)
  [Nhắc 1 đơn vị] [Tải bảng Excel] [Xem khó khăn] [Nơi cần gọi điện] [Xem tháng 11 năm 2026] [Báo cáo tháng] [Bàn làm việc] [Menu]
>> [Nhắc 1 đơn vị]
< Hôm nay đã nhắc rồi; mỗi ngày chỉ nhắc một lần.
  [Báo cáo các đơn vị] [Bàn làm việc] [Menu]
>> [Xem khó khăn]
< Khó khăn, đề nghị nêu trong báo cáo tháng 12 năm 2026:
  Xã Chi Lăng: ít người biết viết bản mô tả
  [Báo cáo các đơn vị] [Bàn làm việc] [Menu]
