# Chị Lan đi vắng một ngày, anh Minh thay: câu hỏi đang giữ, câu hỏi mới và bản tin đến anh Minh.
at: 2026-11-30T08:00
staff: lan secretary
> /menu
< Anh/chị muốn xem gì? Cứ bấm nút, hoặc gõ câu hỏi của mình.
  [Bàn làm việc] [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
>> [Bàn làm việc]
< Bàn làm việc. Vai của anh/chị: Thư ký.
  [Việc hôm nay] [Việc của tôi] [Hồ sơ chờ duyệt] [Việc chờ duyệt] [Hồ sơ chờ góp ý] [Danh sách và báo cáo] [Thông báo và hỏi đáp] [Người và nhật ký] [Menu]
>> [Người và nhật ký]
< Người và nhật ký
  [Ai đang làm việc] [Tôi đi vắng] [Đặt tên gọi] [Bàn làm việc] [Menu]
>> [Đặt tên gọi]
< Đồng nghiệp gọi anh/chị là gì? Người dân không thấy tên này.
  [Bàn làm việc]
> Chị Lan
< Đồng nghiệp sẽ thấy tên: Chị Lan.
  [Bàn làm việc] [Menu]
as: ong_thu
> gặp cán bộ
< Anh/chị muốn hỏi cán bộ điều gì? Nhắn vào đây, tôi giữ nguyên lời và chuyển cho cán bộ.
  [Menu]
> Máy tôi nặng 300 cân, chở lên tỉnh kiểu gì?
< Tôi đã giữ lời nhắn cho cán bộ Hội thi. Trả lời sẽ hiện ngay trong đoạn chat này, anh/chị nhớ mở lại xem; tôi không hứa được là lúc nào, vì người trả lời là người thật.
  [Menu]
< Câu hỏi của anh/chị (số 1) đã chuyển tới cán bộ. Cán bộ trả lời trong giờ làm việc.
hears: lan
< Câu hỏi số 1 (xin gặp cán bộ), chờ 1 phút:
  ~
  «Máy tôi nặng 300 cân, chở lên tỉnh kiểu gì?»
  ~
  Trợ lý hiểu là: «Có phải nộp mô hình, sản phẩm thật không?»
  [Nhận] [Chuyển] [Đóng]
>> [Nhận]
< Câu hỏi số 1 là của anh/chị. Nhắn câu trả lời vào đây: chữ, ghi âm, ảnh hay tệp. Người hỏi chỉ thấy tên cơ quan, không thấy tên anh/chị.
  [Trả lại] [Chuyển] [Đóng] [Bàn làm việc]
staff: minh head
as: lan
>> [Bàn làm việc]
< Bàn làm việc. Vai của anh/chị: Thư ký.
  Đồng nghiệp thấy tên: Chị Lan.
  [Việc hôm nay] [Việc của tôi] [Hồ sơ chờ duyệt] [Việc chờ duyệt] [Hồ sơ chờ góp ý] [Danh sách và báo cáo] [Thông báo và hỏi đáp] [Người và nhật ký] [Menu] [Tiếp tục: Trả lời câu hỏi]
>> [Người và nhật ký]
< Người và nhật ký
  [Ai đang làm việc] [Tôi đi vắng] [Đặt tên gọi] [Bàn làm việc] [Tiếp tục: Trả lời câu hỏi] [Menu]
>> [Tôi đi vắng]
< Anh/chị đi vắng ngày nào? Việc mới trong những ngày đó sẽ đến người thay.
  [Hôm nay] [Ngày mai] [Từ nay đến hết tuần] [Ngày khác] [Bàn làm việc] [Tiếp tục: Trả lời câu hỏi] [Menu]
>> [Ngày khác]
< Gõ ngày đi vắng, ví dụ «20/12», «20-25/12» hay «3 ngày».
  [Tôi đi vắng] [Bàn làm việc]
> hôm qua
< Tôi chưa rõ ngày nào, hay ngày đã qua. Gõ lại giúp, ví dụ «20-25/12»; nhiều nhất 92 ngày.
< Gõ ngày đi vắng, ví dụ «20/12», «20-25/12» hay «3 ngày».
  [Tôi đi vắng] [Bàn làm việc]
> mai
< Đi vắng ngày Thứ Ba, 1/12/2026.
  [Chọn người thay] [Tôi đi vắng] [Bàn làm việc] [Tiếp tục: Trả lời câu hỏi] [Menu]
>> [Chọn người thay]
< Anh/chị vắng ngày Thứ Ba, 1/12/2026. Ai thay?
  [người số 2: Lãnh đạo cơ quan thường trực] [Không chọn ai, để vai tôi lo] [Bàn làm việc] [Tiếp tục: Trả lời câu hỏi] [Menu]
>> [người số 2: Lãnh đạo cơ quan thường trực]
< Đã ghi: anh/chị vắng ngày Thứ Ba, 1/12/2026, thay là người số 2. Câu hỏi mới và bản tin sẽ đến người đó.
  1 câu hỏi anh/chị đang giữ cũng chuyển sang khi anh/chị vắng.
  Anh/chị vẫn xem và làm được mọi việc như thường; về sớm thì bấm «Tôi đã về».
  [Tôi đi vắng] [Bàn làm việc] [Tiếp tục: Trả lời câu hỏi] [Menu]
hears: minh
< Chị Lan (số 1) đi vắng ngày Thứ Ba, 1/12/2026 và nhờ anh/chị thay: câu hỏi và bản tin của người ấy sẽ đến anh/chị. Không thay được thì bấm «Tôi đi vắng» để báo.
  [Tôi đi vắng] [Bàn làm việc]
at: 2026-12-01T08:00
hears: minh
< Câu hỏi số 1 (xin gặp cán bộ), chờ 1 ngày:
  ~
  «Máy tôi nặng 300 cân, chở lên tỉnh kiểu gì?»
  ~
  Trợ lý hiểu là: «Có phải nộp mô hình, sản phẩm thật không?»
  ~
  (Đến anh/chị vì thay Chị Lan (số 1) đang đi vắng.)
  [Nhận] [Chuyển] [Đóng]
< Việc hôm nay – Thứ Ba, 1/12/2026
  Gửi muộn vì máy nghỉ từ 08:00, 30/11/2026.
  ~
  Cần làm trước:
  1. Câu hỏi đang chờ trả lời: 1
  ~
  Con số, so với lúc 08:00, 30/11/2026:
  – Yêu cầu về dữ liệu cá nhân đang chờ: 0
  – Câu hỏi: 0 mới, 0 đã trả lời, 1 đang chờ
    trong đó: xin gặp cán bộ 1, chưa trả lời được 0, chưa đúng ý 0, báo sai 0; hỏi ngoài Hội thi: 0
  – Người mới hỏi trợ lý: 0
  – Hồ sơ đang làm: 0; đủ mà chưa nộp: 0
  – Hồ sơ mới nộp: 0; chờ duyệt: 0, và nộp lại: 0; đã nhận: 0
  – Trả lại, chưa nộp lại: 0; đã rút: 0
  – Tin đến bị lỗi: 0; tin đi không tới: 0; không rõ: 0
  – Xã, phường chưa có hồ sơ: 65 trên 65
  ~
  Còn 180 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  ~
  (Đến anh/chị vì thay Chị Lan (số 1) đang đi vắng.)
  [Xem câu hỏi chờ] [Biểu đồ] [Xã, phường chưa có hồ sơ] [Giờ gửi]
< Bản nháp báo cáo tháng 11 năm 2026 (tệp Word). Máy chỉ đếm và chép; anh/chị đọc lại, điền chỗ để trống rồi mới trình ký.
  {bao-cao-2026-11-du-thao.docx}
  [Báo cáo các đơn vị] [Bàn làm việc]
hears: lan
as: ba_thu
> gặp cán bộ
< Anh/chị muốn hỏi cán bộ điều gì? Nhắn vào đây, tôi giữ nguyên lời và chuyển cho cán bộ.
  [Menu]
> Tôi chưa có điện thoại riêng, cháu tôi làm thay được không?
< Tôi đã giữ lời nhắn cho cán bộ Hội thi. Trả lời sẽ hiện ngay trong đoạn chat này, anh/chị nhớ mở lại xem; tôi không hứa được là lúc nào, vì người trả lời là người thật.
  [Menu]
< Câu hỏi của anh/chị (số 2) đã chuyển tới cán bộ. Cán bộ trả lời trong giờ làm việc.
hears: minh
< Câu hỏi số 2 (xin gặp cán bộ), chờ 1 phút:
  ~
  «Tôi chưa có điện thoại riêng, cháu tôi làm thay được không?»
  ~
  Trợ lý đoán là một trong các câu:
  - Tôi làm hồ sơ giúp người khác ở đây thế nào?
  - Phần mềm, ứng dụng, AI có dự thi được không?
  - Mất máy, đổi điện thoại thì hồ sơ có còn không?
  ~
  (Đến anh/chị vì thay Chị Lan (số 1) đang đi vắng.)
  [Nhận] [Chuyển] [Đóng]
at: 2026-12-01T15:00
as: lan
>> [Bàn làm việc]
< Bàn làm việc. Vai của anh/chị: Thư ký.
  Đồng nghiệp thấy tên: Chị Lan.
  [Việc hôm nay] [Việc của tôi] [Hồ sơ chờ duyệt] [Việc chờ duyệt] [Hồ sơ chờ góp ý] [Danh sách và báo cáo] [Thông báo và hỏi đáp] [Người và nhật ký] [Menu] [Tiếp tục: Trả lời câu hỏi]
>> [Người và nhật ký]
< Người và nhật ký
  [Ai đang làm việc] [Tôi đi vắng] [Đặt tên gọi] [Bàn làm việc] [Tiếp tục: Trả lời câu hỏi] [Menu]
>> [Tôi đi vắng]
< Anh/chị vắng ngày Thứ Ba, 1/12/2026; thay là người số 2.
  Anh/chị đi vắng ngày nào? Việc mới trong những ngày đó sẽ đến người thay.
  [Tôi đã về] [Hôm nay] [Ngày mai] [Từ nay đến hết tuần] [Ngày khác] [Bàn làm việc] [Tiếp tục: Trả lời câu hỏi] [Menu]
>> [Tôi đã về]
< Việc mới lại đến anh/chị như thường. Câu hỏi đã chuyển đi thì người thay giữ.
  [Tôi đi vắng] [Bàn làm việc] [Tiếp tục: Trả lời câu hỏi] [Menu]
< Câu hỏi số 1 (xin gặp cán bộ), chờ 1 ngày:
  ~
  «Máy tôi nặng 300 cân, chở lên tỉnh kiểu gì?»
  ~
  Trợ lý hiểu là: «Có phải nộp mô hình, sản phẩm thật không?»
  [Nhận] [Chuyển] [Đóng]
< Câu hỏi số 2 (xin gặp cán bộ), chờ 7 giờ:
  ~
  «Tôi chưa có điện thoại riêng, cháu tôi làm thay được không?»
  ~
  Trợ lý đoán là một trong các câu:
  - Tôi làm hồ sơ giúp người khác ở đây thế nào?
  - Phần mềm, ứng dụng, AI có dự thi được không?
  - Mất máy, đổi điện thoại thì hồ sơ có còn không?
  [Nhận] [Chuyển] [Đóng]
hears: minh
< Chị Lan (số 1) đã về, hoặc bỏ lịch vắng ngày Thứ Ba, 1/12/2026. Anh/chị không phải thay nữa.
  [Bàn làm việc]
