# Hồ sơ đủ các mục sớm, xin góp ý trước hạn.
at: 2027-05-04T09:00
staff: tu_van adviser
dossier: ba_thu
dossier: thu
as: ba_thu
> hồ sơ của tôi
< Hồ sơ K5D-L35: đã đủ, CHƯA NỘP
  Máy tách hạt ngô
  ~
  Đã xong 15/15 mục.
  ~
  Đủ cả rồi. Nộp ngay nhé? Nộp rồi vẫn sửa được đến hết hạn.
  ~
  Còn 26 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Nộp hồ sơ] [Xem, sửa từng mục] [Giấy tờ để in] [Góp ý trước hạn] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Góp ý trước hạn]
< Hồ sơ đủ các mục thì xin cán bộ đọc và góp ý trước hạn nộp. Đây là giúp hoàn thiện hồ sơ, không phải chấm thi; có góp ý hay không đều nộp được.
  Xin được đến hết ngày Thứ Sáu, 14/5/2027.
  Cách xin góp ý này do trợ lý đề nghị, chưa có văn bản nào của Hội thi quy định. Cán bộ làm được đến đâu thì báo đến đó; tôi không hứa trước ngày trả lời.
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục III.2.)
  [Xin góp ý] [Về hồ sơ] [Tiếp tục: Hồ sơ K5D-L35] [Menu]
>> [Xin góp ý]
< Đã ghi: hồ sơ K5D-L35 xin góp ý.
  ~
  Đang xếp hàng: thứ 1 trong 1. Đến lượt, tôi nhắn ngay.
  ~
  Góp ý chỉ để giúp hồ sơ tốt hơn, không phải chấm điểm, không phải quyết định nhận hay không nhận. Hồ sơ của anh/chị vẫn như cũ.
  [Góp ý trước hạn] [Về hồ sơ] [Tiếp tục: Hồ sơ K5D-L35] [Menu]

as: thu
at: 2027-05-04T09:20
> hồ sơ của tôi
< Hồ sơ YJ8-34A: đã đủ, CHƯA NỘP
  Máy tách hạt ngô
  ~
  Đã xong 15/15 mục.
  ~
  Đủ cả rồi. Nộp ngay nhé? Nộp rồi vẫn sửa được đến hết hạn.
  ~
  Còn 26 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Nộp hồ sơ] [Xem, sửa từng mục] [Giấy tờ để in] [Góp ý trước hạn] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Góp ý trước hạn]
< Hồ sơ đủ các mục thì xin cán bộ đọc và góp ý trước hạn nộp. Đây là giúp hoàn thiện hồ sơ, không phải chấm thi; có góp ý hay không đều nộp được.
  Xin được đến hết ngày Thứ Sáu, 14/5/2027.
  Cách xin góp ý này do trợ lý đề nghị, chưa có văn bản nào của Hội thi quy định. Cán bộ làm được đến đâu thì báo đến đó; tôi không hứa trước ngày trả lời.
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục III.2.)
  [Xin góp ý] [Về hồ sơ] [Tiếp tục: Hồ sơ YJ8-34A] [Menu]
>> [Xin góp ý]
< Đã ghi: hồ sơ YJ8-34A xin góp ý.
  ~
  Đang xếp hàng: thứ 2 trong 2. Đến lượt, tôi nhắn ngay.
  ~
  Góp ý chỉ để giúp hồ sơ tốt hơn, không phải chấm điểm, không phải quyết định nhận hay không nhận. Hồ sơ của anh/chị vẫn như cũ.
  [Góp ý trước hạn] [Về hồ sơ] [Tiếp tục: Hồ sơ YJ8-34A] [Menu]

as: tu_van
at: 2027-05-04T10:00
>> [Bàn làm việc]
< Bàn làm việc. Vai của anh/chị: Tư vấn (Sở KH&CN).
  [Việc hôm nay] [Việc của tôi] [Hồ sơ chờ duyệt] [Việc chờ duyệt] [Hồ sơ chờ góp ý] [Câu chưa trả lời được] [Người và nhật ký] [Menu]
>> [Hồ sơ chờ góp ý]
< Có 2 hồ sơ chờ góp ý, theo thứ tự:
  1. Hồ sơ K5D-L35, chờ 1 giờ, chưa ai nhận
  2. Hồ sơ YJ8-34A, chờ 40 phút, chưa ai nhận
  [Mở K5D-L35] [Mở YJ8-34A] [Bàn làm việc] [Menu]
>> [Mở @number]
< Hồ sơ YJ8-34A: đã đủ, CHƯA NỘP
  Máy tách hạt ngô
  Đã xong 15/15 mục.
  Xin góp ý lúc 09:20, 4/5/2027; chưa ai nhận.
  ~
  Góp ý để giúp, không chấm điểm, không hứa kết quả. Trạng thái hồ sơ không đổi.
  [Nhận và viết góp ý] [Xem hồ sơ] [Hồ sơ chờ góp ý] [Bàn làm việc] [Menu]
>> [Nhận và viết góp ý]
< Viết góp ý cho hồ sơ YJ8-34A: nhắn chữ, gửi ghi âm hoặc ảnh, mấy tin cũng được. Xong thì bấm gửi.
  ~
  Góp ý để giúp, không chấm điểm, không hứa kết quả. Trạng thái hồ sơ không đổi.
  [Xem hồ sơ] [Trả lại] [Bàn làm việc]
> Phần lợi ích: ghi thêm trước một ngày tách được bao nhiêu, nay bao nhiêu.
< Góp ý cho hồ sơ YJ8-34A, gửi dưới tên cơ quan:
  ~
  Phần lợi ích: ghi thêm trước một ngày tách được bao nhiêu, nay bao nhiêu.
  [Gửi] [Soạn lại] [Bàn làm việc]
>> {anh_mau.jpg} Ảnh chụp gần như thế này thì thấy rõ máy.
< Góp ý cho hồ sơ YJ8-34A, gửi dưới tên cơ quan:
  ~
  Phần lợi ích: ghi thêm trước một ngày tách được bao nhiêu, nay bao nhiêu.
  Ảnh chụp gần như thế này thì thấy rõ máy.
  Kèm 1 tệp.
  [Gửi] [Soạn lại] [Bàn làm việc]
>> [Gửi]
< Đã gửi góp ý cho hồ sơ YJ8-34A.
  [Hồ sơ chờ góp ý] [Bàn làm việc] [Menu]

as: thu
>> [Xem, sửa từng mục]
< Anh/chị muốn làm hoặc sửa mục nào?
  [✓ Ai đứng tên] [✓ Tên giải pháp] [✓ Lĩnh vực] [✓ Tác giả] [✓ Làm ra khi nào] [✓ Vì sao làm] [✓ Trước đây làm thế nào] [✓ Mình làm gì] [✓ Mới ở chỗ nào] [✓ Đã dùng ở đâu, ai dùng được] [✓ Lợi gì] [✓ Ảnh, video giải pháp: 1 tệp] [– Bản vẽ, sơ đồ: không có] [– Bằng chứng hiệu quả: không có] [– Xác nhận của đơn vị hoặc xã, phường: không có] [Về hồ sơ] [Tiếp tục: Hồ sơ YJ8-34A] [Menu]
> hồ sơ của tôi
< Hồ sơ YJ8-34A: đã đủ, CHƯA NỘP
  Máy tách hạt ngô
  ~
  Đã xong 15/15 mục.
  ~
  Đủ cả rồi. Nộp ngay nhé? Nộp rồi vẫn sửa được đến hết hạn.
  ~
  Còn 26 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Nộp hồ sơ] [Xem, sửa từng mục] [Giấy tờ để in] [Góp ý trước hạn] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Góp ý trước hạn]
< Hồ sơ đủ các mục thì xin cán bộ đọc và góp ý trước hạn nộp. Đây là giúp hoàn thiện hồ sơ, không phải chấm thi; có góp ý hay không đều nộp được.
  Xin được đến hết ngày Thứ Sáu, 14/5/2027.
  Cách xin góp ý này do trợ lý đề nghị, chưa có văn bản nào của Hội thi quy định. Cán bộ làm được đến đâu thì báo đến đó; tôi không hứa trước ngày trả lời.
  ~
  Đã có góp ý, lúc 10:00, 4/5/2027.
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục III.2.)
  [Xin góp ý] [Đọc lại góp ý] [Về hồ sơ] [Tiếp tục: Hồ sơ YJ8-34A] [Menu]
>> [Đọc lại góp ý]
< Góp ý cho hồ sơ YJ8-34A (10:00, 4/5/2027):
  ~
  Phần lợi ích: ghi thêm trước một ngày tách được bao nhiêu, nay bao nhiêu.
  Ảnh chụp gần như thế này thì thấy rõ máy.
  ~
  Góp ý chỉ để giúp hồ sơ tốt hơn, không phải chấm điểm, không phải quyết định nhận hay không nhận. Hồ sơ của anh/chị vẫn như cũ.
  (Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi))
  {anh_mau.jpg}
  [Xem, sửa từng mục] [Về hồ sơ] [Gặp cán bộ] [Tiếp tục: Hồ sơ YJ8-34A] [Menu]
