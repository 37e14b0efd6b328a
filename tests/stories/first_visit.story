# Ông Nông Văn Thử mở trang lần đầu, hỏi hạn nộp không dấu, rồi xem lịch và lưu vào điện thoại.
at: 2026-11-23T09:00
> /start
< Chào anh/chị. Tôi là trợ lý tự động của Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9 (2026-2027).
  Tôi hướng dẫn dự thi và trả lời câu hỏi; cần người thật thì bấm «Gặp cán bộ».
  [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]

> han nop ho so den bao gio
< Còn 188 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  [Lịch và hạn nộp] [Hồ sơ gồm những gì?] [Không đúng ý tôi] [Menu]

>> [Lịch và hạn nộp]
< Lịch Hội thi Sáng tạo Kỹ thuật Lạng Sơn
  ~
  ✓ 1. Ban hành Thể lệ, phát động Hội thi: quý II năm 2026. Thời gian này đã qua.
  Trợ lý chưa có văn bản Thể lệ. Khi có, các câu trả lời sẽ được sửa theo.
  ➤ 2. Tuyên truyền, hướng dẫn tham gia: từ năm 2026 đến tháng 5 năm 2027. Đang trong thời gian này.
  ➤ 3. Nhận hồ sơ dự thi: đến hết ngày 30/5/2027. Đang trong thời gian này.
  Ngành nào có hội thi riêng thì phải xong trước ngày này. Kế hoạch không ghi ngày bắt đầu nhận.
  ○ 4. Tổ chức chấm thi: tháng 6, tháng 7 năm 2027. Sắp tới.
  ○ 5. Chọn và giúp hoàn thiện giải pháp đi thi toàn quốc: trước ngày 20/8/2027. Sắp tới.
  ○ 6. Tổng kết, trao giải: dự kiến tháng 10 năm 2027. Sắp tới.
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.3, II.4, II.5, II.6. Chính thức.)
  {lich-hoi-thi.png}
< Còn 188 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  Kế hoạch không ghi nhận hồ sơ đến mấy giờ trong ngày cuối.
  Gửi bưu điện thì tính ngày gửi hay ngày nhận: trợ lý chưa thấy quy định nào.
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  [Lưu vào lịch điện thoại] [Menu]

>> [Lưu vào lịch điện thoại]
< Mở tệp này trên điện thoại để lưu các mốc vào lịch. Máy sẽ nhắc trước hạn nộp 30/5/2027.
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.3, II.4, II.5, II.6. Chính thức.)
  {lich-hoi-thi.ics}
  [Menu]

> cảm ơn
< Vâng, không có gì. Cần hỏi thêm, anh/chị cứ nhắn.
  [Menu]
