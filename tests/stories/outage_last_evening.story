# Tối cuối cùng trợ lý không chạy ba tiếng rưỡi; hôm sau thư ký đề nghị gia hạn, lãnh đạo duyệt, bác Thử nộp.
at: 2027-05-30T19:58
dossier: thu
> hồ sơ của tôi
< Hồ sơ CZ6-EN6: đã đủ, CHƯA NỘP
  Máy tách hạt ngô
  ~
  Đã xong 15/15 mục.
  ~
  Đủ cả rồi. Nộp ngay nhé? Nộp rồi vẫn sửa được đến hết hạn.
  ~
  Hôm nay là ngày cuối nhận hồ sơ: Chủ Nhật, 30/5/2027.
  [Nộp hồ sơ] [Xem, sửa từng mục] [Giấy tờ để in] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
down: 2027-05-30T20:00 2027-05-30T23:30

at: 2027-05-31T08:00
> hồ sơ của tôi
< Hồ sơ CZ6-EN6: đã đủ, CHƯA NỘP
  Máy tách hạt ngô
  ~
  Đã xong 15/15 mục.
  ~
  Đã hết hạn nhận hồ sơ nên hồ sơ khóa lại. Những gì anh/chị đã gửi vẫn còn nguyên.
  [Giấy tờ để in] [Mở trên máy khác] [Tôi vẫn muốn nộp] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Tôi vẫn muốn nộp]
< Đã ghi là anh/chị muốn nộp, lúc 08:00, 31/5/2027. Có nhận hay không do Ban Tổ chức quyết định; tôi không hứa trước được. Cần gấp thì bấm «Gặp cán bộ».
  [Gặp cán bộ] [Menu] [Tiếp tục: Hồ sơ CZ6-EN6]

staff: thu_ky secretary
staff: lanh_dao head
as: thu_ky
>> [Bàn làm việc]
< Bàn làm việc. Vai của anh/chị: Thư ký.
  [Việc hôm nay] [Việc của tôi] [Hồ sơ chờ duyệt] [Việc chờ duyệt] [Hồ sơ chờ góp ý] [Danh sách và báo cáo] [Thông báo và hỏi đáp] [Người và nhật ký] [Menu]
>> [Danh sách và báo cáo]
< Danh sách và báo cáo
  [Báo cáo các đơn vị] [Xã, phường chưa có hồ sơ] [Danh sách] [Xuất bảng] [Gia hạn riêng] [Sổ sự cố] [Bàn làm việc] [Menu]
>> [Sổ sự cố]
< Sự cố trong 30 ngày qua, mới nhất ở trên:
  - Trợ lý không chạy: từ 20:00, 30/5/2027 đến 23:30, 30/5/2027 (3 giờ 30 phút).
  ~
  Tin nhắn gửi trong lúc sự cố không mất: kênh giữ lại, trợ lý chạy lại thì trả lời. Gần hạn nộp mà có sự cố thì xem «Gia hạn riêng».
  [Gia hạn riêng] [Bàn làm việc] [Menu]
>> [Gia hạn riêng]
< Có 1 hồ sơ chưa nộp mà sổ sự cố cho thấy đã gặp trục trặc gần hạn. Xem từng hồ sơ rồi đề nghị; lãnh đạo quyết định.
  ~
  Hồ sơ CZ6-EN6
  - Trợ lý không chạy từ 20:00, 30/5/2027 đến 23:30, 30/5/2027 (3 giờ 30 phút).
  - Đã báo vẫn muốn nộp lúc 08:00, 31/5/2027.
  Việc làm cuối trước hạn: 19:58, 30/5/2027.
  Đề nghị: nộp đến hết ngày Thứ Ba, 1/6/2027.
  ~
  Ngày đề nghị là ngày làm việc đầu tiên sau khi bù đủ thời gian đã mất, tính từ hạn nộp hoặc từ hôm nay nếu đã qua hạn.
  [Xem hồ sơ CZ6-EN6] [Gia hạn cho hồ sơ khác] [Sổ sự cố] [Bàn làm việc] [Menu]
>> [Xem hồ sơ @number]
< Hồ sơ CZ6-EN6
  - Trợ lý không chạy từ 20:00, 30/5/2027 đến 23:30, 30/5/2027 (3 giờ 30 phút).
  - Đã báo vẫn muốn nộp lúc 08:00, 31/5/2027.
  Việc làm cuối trước hạn: 19:58, 30/5/2027.
  Đề nghị: nộp đến hết ngày Thứ Ba, 1/6/2027.
  ~
  Thể lệ chưa nói về gia hạn; trưởng quyết định.
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục II.3.)
  [Đề nghị gia hạn] [Xem hồ sơ] [Gia hạn riêng] [Gia hạn cho hồ sơ khác] [Sổ sự cố] [Bàn làm việc] [Menu]
>> [Đề nghị gia hạn]
< Đã ghi lại. Việc này cần người thứ hai duyệt.
  ~
  Tôi đã báo cho 1 người có quyền duyệt. Ai duyệt hay không, tôi sẽ nhắn lại.
  [Việc chờ duyệt] [Bàn làm việc] [Menu]

as: lanh_dao
>> [Việc chờ duyệt]
< Có 1 việc chờ duyệt hoặc chờ đến giờ làm:
  - Số 1: gia hạn riêng; người số 1 đề nghị lúc 08:00, 31/5/2027
  [Xem việc số 1] [Bàn làm việc] [Menu]
>> [Xem việc số 1]
< Số 1: gia hạn riêng; người số 1 đề nghị lúc 08:00, 31/5/2027
  ~
  Hồ sơ CZ6-EN6
  - Trợ lý không chạy từ 20:00, 30/5/2027 đến 23:30, 30/5/2027 (3 giờ 30 phút).
  - Đã báo vẫn muốn nộp lúc 08:00, 31/5/2027.
  Đề nghị: nộp đến hết ngày Thứ Ba, 1/6/2027.
  ~
  Được duyệt thì người làm hồ sơ đọc:
  Hồ sơ CZ6-EN6 được gia hạn riêng: nộp được đến hết ngày Thứ Ba, 1/6/2027.
  ~
  Lý do:
  - Trợ lý không chạy từ 20:00, 30/5/2027 đến 23:30, 30/5/2027 (3 giờ 30 phút).
  ~
  Hạn này chỉ cho hồ sơ này. Mở hồ sơ, xem lại các mục rồi bấm «Nộp hồ sơ»; tôi gửi biên nhận ngay.
  ~
  Thể lệ chưa nói về gia hạn; trưởng quyết định.
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục II.3.)
  ~
  Đang chờ người thứ hai duyệt.
  [Xem hồ sơ] [Duyệt] [Không duyệt] [Việc chờ duyệt] [Bàn làm việc] [Menu]
>> [Duyệt]
< Đã duyệt, đang làm.
  [Việc chờ duyệt] [Bàn làm việc] [Menu]
< Việc số 1: hồ sơ CZ6-EN6 đã được gia hạn đến hết ngày Thứ Ba, 1/6/2027. Người làm hồ sơ đã được báo.
  [Việc chờ duyệt]

as: thu
>> [Nộp hồ sơ]
< Hồ sơ CZ6-EN6: đã đủ, CHƯA NỘP
  Máy tách hạt ngô
  ~
  Đã xong 15/15 mục.
  ~
  Đủ cả rồi. Nộp ngay nhé? Nộp rồi vẫn sửa được đến hết hạn.
  ~
  Hồ sơ này được gia hạn riêng đến hết ngày Thứ Ba, 1/6/2027.
  [Nộp hồ sơ] [Xem, sửa từng mục] [Giấy tờ để in] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Nộp hồ sơ]
< ĐÃ NHẬN hồ sơ CZ6-EN6 lúc 08:00, 31/5/2027, đủ 15 mục. Biên nhận ở dưới, anh/chị giữ lại.
  ~
  Hồ sơ này được gia hạn riêng đến hết ngày Thứ Ba, 1/6/2027.
  ~
  Đây là bản gửi qua mạng. Có phải nộp thêm bản giấy không thì tôi chưa thấy quy định: anh/chị cứ in, ký sẵn và hỏi cán bộ.
  {bien-nhan-CZ6-EN6-1.png}
  {bien-nhan-CZ6-EN6-1.pdf}
< Hồ sơ CZ6-EN6: đã nộp
  Máy tách hạt ngô
  ~
  Đã xong 15/15 mục.
  ~
  Đã nộp. Sửa được đến hết hạn; sửa xong nhớ nộp lại.
  ~
  Hồ sơ này được gia hạn riêng đến hết ngày Thứ Ba, 1/6/2027.
  [Xem, sửa từng mục] [Giấy tờ để in] [Biên nhận] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
