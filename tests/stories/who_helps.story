# Bà con hỏi xã mình là xã nào, tên cũ, tên trùng, gõ sai.
at: 2026-11-23T09:00
> ai giúp tôi
< Anh/chị cần giúp việc gì?
  [Làm và nộp hồ sơ] [Đăng ký sáng chế, giữ bản quyền] [Xã, phường của tôi] [Cơ quan, ngành, hội đoàn của tôi] [Gặp cán bộ] [Menu]

>> [Làm và nộp hồ sơ]
< Làm và nộp hồ sơ
  ~
  Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi):
  - Hướng dẫn dự thi, soạn Thể lệ và tài liệu hướng dẫn
  - Nhận, tổng hợp và kiểm tra hồ sơ dự thi cấp tỉnh
  - Lo việc chấm thi, tổng kết, trao giải
  ~
  UBND xã, phường nơi anh/chị ở hoặc làm việc:
  - Tìm và giúp bà con có sáng kiến làm hồ sơ dự thi
  - Phổ biến Hội thi đến người dân, hộ sản xuất, kinh doanh
  ~
  Sở Khoa học và Công nghệ:
  - Giúp tác giả hoàn thiện hồ sơ và bản mô tả giải pháp
  - Hướng dẫn đăng ký bảo hộ quyền sở hữu trí tuệ
  - Giới thiệu, kết nối giải pháp có triển vọng với nơi cần dùng
  ~
  Các tổ chức chính trị - xã hội, Hiệp hội doanh nghiệp tỉnh:
  - Giúp đoàn viên, hội viên làm hồ sơ và mô tả giải pháp
  ~
  Trợ lý chưa được cung cấp số điện thoại, địa chỉ nơi này nên không ghi ở đây.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.1, IV.6, IV.2, IV.5. Chính thức.)
  [Gặp cán bộ] [Menu]

> ai giúp tôi
< Anh/chị cần giúp việc gì?
  [Làm và nộp hồ sơ] [Đăng ký sáng chế, giữ bản quyền] [Xã, phường của tôi] [Cơ quan, ngành, hội đoàn của tôi] [Gặp cán bộ] [Menu]

>> [Xã, phường của tôi]
< Anh/chị ở xã, phường nào? Gõ tên mới hay tên cũ, có dấu hay không dấu đều được.

> hoa binh
< Có vài nơi hợp với tên này. Anh/chị ở nơi nào?
  [Xã Thiện Long (có Xã Hòa Bình, H. Bình Gia cũ)] [Xã Văn Quan (có Xã Hòa Bình, H. Văn Quan cũ)] [Xã Yên Bình (có Xã Hòa Bình, H. Hữu Lũng cũ)] [Xã Vạn Linh (có Xã Hòa Bình, H. Chi Lăng cũ)] [Không phải, gõ lại] [Quay lại]

>> [Xã Vạn Linh (có Xã Hòa Bình, H. Chi Lăng cũ)]
< Nơi của anh/chị từ 1/7/2025 là Xã Vạn Linh, gồm:
  - Xã Vạn Linh, Xã Hòa Bình, Xã Y Tịch (H. Chi Lăng cũ)
  ~
  UBND Xã Vạn Linh có nhiệm vụ:
  - Tìm và giúp bà con có sáng kiến làm hồ sơ dự thi
  - Phổ biến Hội thi đến người dân, hộ sản xuất, kinh doanh
  ~
  Trợ lý chưa được cung cấp số điện thoại, địa chỉ nơi này nên không ghi ở đây.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.6; Nghị quyết 1672/NQ-UBTVQH15. Chính thức.)
  [Tìm nơi khác] [Gặp cán bộ] [Menu]

>> [Tìm nơi khác]
< Anh/chị ở xã, phường nào? Gõ tên mới hay tên cũ, có dấu hay không dấu đều được.

> thị trấn Cao Lộc
< Nơi của anh/chị từ 1/7/2025 là Phường Kỳ Lừa, gồm:
  - Phường Hoàng Văn Thụ (TP Lạng Sơn cũ)
  - TT Cao Lộc, Xã Hợp Thành, Xã Gia Cát, Xã Tân Liên (H. Cao Lộc cũ)
  ~
  UBND Phường Kỳ Lừa có nhiệm vụ:
  - Tìm và giúp bà con có sáng kiến làm hồ sơ dự thi
  - Phổ biến Hội thi đến người dân, hộ sản xuất, kinh doanh
  ~
  Trợ lý chưa được cung cấp số điện thoại, địa chỉ nơi này nên không ghi ở đây.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.6; Nghị quyết 1672/NQ-UBTVQH15. Chính thức.)
  [Tìm nơi khác] [Gặp cán bộ] [Menu]

>> [Tìm nơi khác]
< Anh/chị ở xã, phường nào? Gõ tên mới hay tên cũ, có dấu hay không dấu đều được.

> dong moo
< Có phải anh/chị muốn nói nơi này?
  [Xã Chi Lăng (có TT Đồng Mỏ, H. Chi Lăng cũ)] [Không phải, gõ lại] [Quay lại]

>> [Xã Chi Lăng (có TT Đồng Mỏ, H. Chi Lăng cũ)]
< Nơi của anh/chị từ 1/7/2025 là Xã Chi Lăng, gồm:
  - TT Đồng Mỏ, TT Chi Lăng, Xã Chi Lăng (H. Chi Lăng cũ)
  ~
  UBND Xã Chi Lăng có nhiệm vụ:
  - Tìm và giúp bà con có sáng kiến làm hồ sơ dự thi
  - Phổ biến Hội thi đến người dân, hộ sản xuất, kinh doanh
  ~
  Trợ lý chưa được cung cấp số điện thoại, địa chỉ nơi này nên không ghi ở đây.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.6; Nghị quyết 1672/NQ-UBTVQH15. Chính thức.)
  [Tìm nơi khác] [Gặp cán bộ] [Menu]

>> [Tìm nơi khác]
< Anh/chị ở xã, phường nào? Gõ tên mới hay tên cũ, có dấu hay không dấu đều được.

> Thành phố Hồ Chí Minh
< Có phải anh/chị muốn nói nơi này?
  [Xã Thất Khê (có Xã Chí Minh, H. Tràng Định cũ)] [Không phải, gõ lại] [Quay lại]
