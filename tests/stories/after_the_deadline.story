# Hai ngày cuối tuần cuối cùng, và ngày sau hạn.
at: 2027-05-29T21:00
> còn mấy ngày nữa hết hạn nộp hồ sơ
< Còn 1 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Từ nay đến hạn chỉ còn ngày nghỉ cuối tuần. Chưa rõ có người nhận hay không: hỏi ngay nơi nhận hồ sơ.
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3. Chính thức.)
  [Lịch và hạn nộp] [Hồ sơ gồm những gì?] [Menu]
at: 2027-05-30T23:59:59
> hạn nộp hồ sơ là ngày nào
< Hôm nay là ngày cuối nhận hồ sơ: Chủ Nhật, 30/5/2027.
  Từ nay đến hạn chỉ còn ngày nghỉ cuối tuần. Chưa rõ có người nhận hay không: hỏi ngay nơi nhận hồ sơ.
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3. Chính thức.)
  [Lịch và hạn nộp] [Hồ sơ gồm những gì?] [Menu]
at: 2027-05-31T00:00
> lịch
< Lịch Hội thi Sáng tạo Kỹ thuật Lạng Sơn
  ~
  ✓ 1. Ban hành Thể lệ, phát động Hội thi: quý II năm 2026. Thời gian này đã qua.
  Trợ lý chưa có văn bản Thể lệ. Khi có, các câu trả lời sẽ được sửa theo.
  ➤ 2. Tuyên truyền, hướng dẫn tham gia: từ năm 2026 đến tháng 5 năm 2027. Đang trong thời gian này.
  ✓ 3. Nhận hồ sơ dự thi: đến hết ngày 30/5/2027. Thời gian này đã qua.
  Ngành nào có hội thi riêng thì phải xong trước ngày này. Kế hoạch không ghi ngày bắt đầu nhận.
  ○ 4. Tổ chức chấm thi: tháng 6, tháng 7 năm 2027. Sắp tới.
  ○ 5. Chọn và giúp hoàn thiện giải pháp đi thi toàn quốc: trước ngày 20/8/2027. Sắp tới.
  ○ 6. Tổng kết, trao giải: dự kiến tháng 10 năm 2027. Sắp tới.
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.3, II.4, II.5, II.6. Chính thức.)
  {lich-hoi-thi.png}
< Đã qua hạn nộp hồ sơ (30/5/2027).
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3. Chính thức.)
  [Lưu vào lịch điện thoại] [Menu]

