# Bà Mẫu quét mã trên áp phích của xã Yên Phúc: tên xã đã có sẵn, không phải gõ; người làm cùng ở xã khác thì gõ.
at: 2027-03-08T12:10
as: ba_mau
>> poster yen-phuc
< Chào anh/chị. Tôi là trợ lý tự động của Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9 (2026-2027).
  Tôi hướng dẫn dự thi và trả lời câu hỏi; cần người thật thì bấm «Gặp cán bộ».
< Nơi của anh/chị từ 1/7/2025 là Xã Yên Phúc, gồm:
  - Xã An Sơn, Xã Bình Phúc, Xã Yên Phúc (H. Văn Quan cũ)
  ~
  UBND Xã Yên Phúc có nhiệm vụ:
  - Tìm và giúp bà con có sáng kiến làm hồ sơ dự thi
  - Phổ biến Hội thi đến người dân, hộ sản xuất, kinh doanh
  ~
  Trợ lý chưa được cung cấp số điện thoại, địa chỉ nơi này nên không ghi ở đây.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.6. Chính thức. Tham khảo: Nghị quyết 1672/NQ-UBTVQH15; Bảng đối chiếu xã cũ, xã mới (vietnamadminunits 1.0.4). Bảng do người ngoài tổng hợp, có thể sai ở vài nơi.)
  [Tìm nơi khác] [Gặp cán bộ] [Menu]
> menu
< Anh/chị muốn xem gì? Cứ bấm nút, hoặc gõ câu hỏi của mình.
  [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
>> [Làm hồ sơ dự thi]
< Anh/chị chưa có hồ sơ nào ở đây. Tôi hỏi từng câu ngắn, anh/chị trả lời bằng lời của mình, rồi tôi làm thành giấy tờ để in ra ký.
  [Làm hồ sơ mới] [Làm giúp người khác] [Menu]
>> [Làm hồ sơ mới]
< Trước khi hỏi tên tuổi, tôi xin phép anh/chị. Mỗi việc một câu, đồng ý hay không đều được, sau này đổi ý được.
< Xin phép: Làm và nộp hồ sơ
  ~
  Để làm hồ sơ, tôi cần giữ: tên, năm sinh, nơi ở, số điện thoại của tác giả và những gì anh/chị kể, gửi. Người chịu trách nhiệm: Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi). Cán bộ nhận hồ sơ, người chấm và người anh/chị nhờ giúp được xem. Giữ đến 31/12/2028, rồi xóa. Không cần ảnh căn cước, không hỏi dân tộc.
  [Đồng ý] [Không đồng ý]
>> [Đồng ý]
< Xin phép: Cán bộ liên lạc về hồ sơ
  ~
  Cán bộ của Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi) có thể nhắn hoặc gọi cho anh/chị về hồ sơ này, ví dụ khi thiếu giấy.
  [Đồng ý] [Không đồng ý] [Quay lại]
>> [Đồng ý]
< Xin phép: Nhắc khi còn thiếu
  ~
  Tôi nhắn nhắc khi gần hạn mà hồ sơ còn thiếu. Không nhắn ban đêm, lúc nào cũng tắt được.
  [Đồng ý] [Không đồng ý] [Quay lại]
>> [Đồng ý]
< Đã mở hồ sơ số CZ6-EN6. Ghi lại số này để khi cần thì đọc cho cán bộ. Làm lúc nào cũng được, nghỉ bao lâu cũng không mất.
< Ai sẽ đứng tên dự thi?
  (Đã xong 0/16. Còn thiếu: Ai đứng tên, Tên đơn vị, Tên giải pháp và 13 mục nữa.)
  [Một người] [Một nhóm] [Cơ quan, doanh nghiệp, HTX]
>> [Một nhóm]
< Giải pháp của mình tên là gì? Gọi sao cho người nghe hiểu ngay nó làm việc gì.
  ~
  Ví dụ: Máy tách hạt ngô chạy mô-tơ xe máy cũ
  (Đã xong 1/15. Còn thiếu: Tên giải pháp, Lĩnh vực, Tác giả và 11 mục nữa.)
  [Để sau] [Quay lại]
> Nồi nấu cao bằng trấu
< Giải pháp thuộc lĩnh vực nào? Không chắc thì kể vài câu nó làm gì, tôi gợi ý.
  (Đã xong 2/15. Còn thiếu: Lĩnh vực, Tác giả, Làm ra khi nào và 10 mục nữa.)
  [Công nghệ thông tin, điện tử, viễn thông] [Cơ khí tự động hóa, xây dựng, giao thông vận tải] [Vật liệu, hóa chất, năng lượng] [Nông lâm ngư nghiệp, tài nguyên và môi trường] [Y dược] [Giáo dục và đào tạo] [Để sau] [Quay lại]
>> [Vật liệu, hóa chất, năng lượng]
< Giờ đến người làm ra giải pháp. Họ và tên đầy đủ của người làm chính là gì?
  ~
  Ghi như trên giấy khai sinh, ví dụ: Nông Văn Thử
  (Đã xong 3/15. Còn thiếu: Tác giả, Làm ra khi nào, Vì sao làm và 9 mục nữa.)
  [Để sau] [Quay lại]
> Hoàng Thị Mẫu
< Hoàng Thị Mẫu sinh năm nào? Ví dụ 1971.
  [Ghi lại từ đầu]
> 1969
< Hoàng Thị Mẫu ở đâu hoặc làm việc ở đâu? Ví dụ: thôn Thử, xã Thử
  [Xã Yên Phúc] [Ghi lại từ đầu]
>> [Xã Yên Phúc]
< Số điện thoại của Hoàng Thị Mẫu, để cán bộ liên lạc về hồ sơ?
  [Không có số] [Ghi lại từ đầu]
> không có
< Đã ghi tác giả:
  - Hoàng Thị Mẫu, 1969, Xã Yên Phúc
  Còn ai cùng làm không?
  [Thêm người nữa] [Đủ rồi]
>> [Thêm người nữa]
< Họ và tên đầy đủ của người tiếp theo?
  ~
  Ghi như trên giấy khai sinh, ví dụ: Nông Văn Thử
> Lương Văn Ví Dụ
< Lương Văn Ví Dụ sinh năm nào? Ví dụ 1971.
  [Ghi lại từ đầu]
> 1995
< Lương Văn Ví Dụ ở đâu hoặc làm việc ở đâu? Ví dụ: thôn Thử, xã Thử
  [Xã Yên Phúc] [Ghi lại từ đầu]
> 1
< Số điện thoại của Lương Văn Ví Dụ, để cán bộ liên lạc về hồ sơ?
  [Không có số] [Ghi lại từ đầu]
> 0900 000 002
< Đã ghi tác giả:
  - Hoàng Thị Mẫu, 1969, Xã Yên Phúc
  - Lương Văn Ví Dụ, 1995, Xã Yên Phúc
  Còn ai cùng làm không?
  [Thêm người nữa] [Đủ rồi]
>> [Thêm người nữa]
< Họ và tên đầy đủ của người tiếp theo?
  ~
  Ghi như trên giấy khai sinh, ví dụ: Nông Văn Thử
> Vi Thị Giả
< Vi Thị Giả sinh năm nào? Ví dụ 1971.
  [Ghi lại từ đầu]
> 1990
< Vi Thị Giả ở đâu hoặc làm việc ở đâu? Ví dụ: thôn Thử, xã Thử
  [Xã Yên Phúc] [Ghi lại từ đầu]
> 2
< Tôi cần tên thôn, xã hoặc nơi làm việc.
< Vi Thị Giả ở đâu hoặc làm việc ở đâu? Ví dụ: thôn Thử, xã Thử
  [Xã Yên Phúc] [Ghi lại từ đầu] [Để sau] [Quay lại]
> thôn Nà Thử, xã Tri Lễ
< Số điện thoại của Vi Thị Giả, để cán bộ liên lạc về hồ sơ?
  [Không có số] [Ghi lại từ đầu]
> không có
< Đã ghi tác giả:
  - Hoàng Thị Mẫu, 1969, Xã Yên Phúc
  - Lương Văn Ví Dụ, 1995, Xã Yên Phúc
  - Vi Thị Giả, 1990, thôn Nà Thử, xã Tri Lễ
  Còn ai cùng làm không?
  [Thêm người nữa] [Đủ rồi]
>> [Đủ rồi]
< Phần đóng góp của từng người, cộng lại đủ 100:
  1. Hoàng Thị Mẫu
  2. Lương Văn Ví Dụ
  3. Vi Thị Giả
  Gõ lần lượt, ví dụ: 34 33 33
  [Chia đều]
>> [Chia đều]
< Ai là người đại diện, làm chính?
  [Hoàng Thị Mẫu] [Lương Văn Ví Dụ] [Vi Thị Giả]
>> [Hoàng Thị Mẫu]
< Làm ra từ tháng, năm nào? Bắt đầu dùng thật từ bao giờ?
  ~
  Ví dụ: «Nghĩ từ đầu năm 2024, tháng 8/2024 chạy được, vụ ngô năm đó dùng luôn.»
  (Đã xong 4/15. Còn thiếu: Làm ra khi nào, Vì sao làm, Trước đây làm thế nào và 8 mục nữa.)
  [Để sau] [Quay lại]
> hồ sơ của tôi
< Hồ sơ CZ6-EN6: đang làm
  Nồi nấu cao bằng trấu
  Từ Xã Yên Phúc
  ~
  Đã xong 4/15 mục.
  ○ Làm ra khi nào
  ○ Vì sao làm
  ○ Trước đây làm thế nào
  ○ Mình làm gì
  ○ Mới ở chỗ nào
  ○ Đã dùng ở đâu, ai dùng được
  ○ Lợi gì
  ○ Ảnh, video giải pháp
  ○ Bản vẽ, sơ đồ
  ○ Bằng chứng hiệu quả
  ○ Xác nhận của đơn vị hoặc xã, phường
  ~
  Còn 83 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Làm tiếp: Làm ra khi nào] [Xem, sửa từng mục] [Đồng tác giả xác nhận] [Giấy tờ để in] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
> dữ liệu của tôi
< Những gì trợ lý đang giữ về anh/chị ở chat này:
  ~
  Nơi của anh/chị: Xã Yên Phúc.
  ~
  1 hồ sơ:
  - CZ6-EN6 · Nồi nấu cao bằng trấu · đang làm
  ~
  0 tệp trong hồ sơ (ảnh, giấy tờ, ghi âm).
  ~
  Tên của 2 điều tôi đã trả lời (không giữ lời), để báo lại nếu điều đó đổi. Hội thi xong thì xóa.
  ~
  Anh/chị đã trả lời khi tôi xin phép:
  ✓ Làm và nộp hồ sơ: đồng ý, 12:10, 8/3/2027
  ✓ Cán bộ liên lạc về hồ sơ: đồng ý, 12:10, 8/3/2027
  ✓ Nhắc khi còn thiếu: đồng ý, 12:10, 8/3/2027
  ~
  Tin chung của Hội thi: anh/chị đang nhận. Không gửi ban đêm, lúc nào cũng tắt được.
  ~
  Anh/chị được lấy bản sao, xin sửa, rút lại đồng ý, hoặc xin xóa.
  [Lấy bản sao] [Xin sửa] [Rút lại đồng ý] [Xin xóa hết] [Không nhận tin nữa] [Gặp cán bộ] [Menu] [Tiếp tục: Hồ sơ CZ6-EN6]
# Bà đứng trước áp phích của phường Đông Kinh khi ra chợ: nơi ở đổi theo, hồ sơ thì không.
>> poster phuong-dong-kinh
< Nơi của anh/chị từ 1/7/2025 là Phường Đông Kinh, gồm:
  - Phường Vĩnh Trại, Phường Đông Kinh, Xã Mai Pha (TP Lạng Sơn cũ)
  - Xã Yên Trạch (H. Cao Lộc cũ)
  ~
  UBND Phường Đông Kinh có nhiệm vụ:
  - Tìm và giúp bà con có sáng kiến làm hồ sơ dự thi
  - Phổ biến Hội thi đến người dân, hộ sản xuất, kinh doanh
  ~
  Trợ lý chưa được cung cấp số điện thoại, địa chỉ nơi này nên không ghi ở đây.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.6. Chính thức. Tham khảo: Nghị quyết 1672/NQ-UBTVQH15; Bảng đối chiếu xã cũ, xã mới (vietnamadminunits 1.0.4). Bảng do người ngoài tổng hợp, có thể sai ở vài nơi.)
  [Tìm nơi khác] [Gặp cán bộ] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
> hồ sơ của tôi
< Hồ sơ CZ6-EN6: đang làm
  Nồi nấu cao bằng trấu
  Từ Xã Yên Phúc
  ~
  Đã xong 4/15 mục.
  ○ Làm ra khi nào
  ○ Vì sao làm
  ○ Trước đây làm thế nào
  ○ Mình làm gì
  ○ Mới ở chỗ nào
  ○ Đã dùng ở đâu, ai dùng được
  ○ Lợi gì
  ○ Ảnh, video giải pháp
  ○ Bản vẽ, sơ đồ
  ○ Bằng chứng hiệu quả
  ○ Xác nhận của đơn vị hoặc xã, phường
  ~
  Còn 83 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Làm tiếp: Làm ra khi nào] [Xem, sửa từng mục] [Đồng tác giả xác nhận] [Giấy tờ để in] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
# Chính bà lại ở xã Điềm He: nói ra thì hồ sơ theo lời bà.
>> [Xem, sửa từng mục]
< Anh/chị muốn làm hoặc sửa mục nào?
  [✓ Ai đứng tên] [✓ Tên giải pháp] [✓ Lĩnh vực] [✓ Tác giả] [○ Làm ra khi nào] [○ Vì sao làm] [○ Trước đây làm thế nào] [○ Mình làm gì] [○ Mới ở chỗ nào] [○ Đã dùng ở đâu, ai dùng được] [○ Lợi gì] [○ Ảnh, video giải pháp] [○ Bản vẽ, sơ đồ] [○ Bằng chứng hiệu quả] [○ Xác nhận của đơn vị hoặc xã, phường] [Về hồ sơ] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> [✓ Tác giả]
< Đã ghi tác giả:
  - Hoàng Thị Mẫu, 1969, Xã Yên Phúc, 34%
  - Lương Văn Ví Dụ, 1995, Xã Yên Phúc, 33%
  - Vi Thị Giả, 1990, thôn Nà Thử, xã Tri Lễ, 33%
  (Đã xong 4/15. Còn thiếu: Làm ra khi nào, Vì sao làm, Trước đây làm thế nào và 8 mục nữa.)
  [Thêm người nữa] [Ghi lại từ đầu] [Giữ nguyên] [Quay lại]
>> [Ghi lại từ đầu]
< Giờ đến người làm ra giải pháp. Họ và tên đầy đủ của người làm chính là gì?
  ~
  Ghi như trên giấy khai sinh, ví dụ: Nông Văn Thử
> Hoàng Thị Mẫu
< Hoàng Thị Mẫu sinh năm nào? Ví dụ 1971.
  [Ghi lại từ đầu]
> 1969
< Hoàng Thị Mẫu ở đâu hoặc làm việc ở đâu? Ví dụ: thôn Thử, xã Thử
  [Phường Đông Kinh] [Ghi lại từ đầu]
> thôn Bản Thử, xã Điềm He
< Số điện thoại của Hoàng Thị Mẫu, để cán bộ liên lạc về hồ sơ?
  [Không có số] [Ghi lại từ đầu]
> không có
< Đã ghi tác giả:
  - Hoàng Thị Mẫu, 1969, thôn Bản Thử, xã Điềm He
  Còn ai cùng làm không?
  [Thêm người nữa] [Đủ rồi]
>> [Đủ rồi]
< Làm ra từ tháng, năm nào? Bắt đầu dùng thật từ bao giờ?
  ~
  Ví dụ: «Nghĩ từ đầu năm 2024, tháng 8/2024 chạy được, vụ ngô năm đó dùng luôn.»
  (Đã xong 4/15. Còn thiếu: Làm ra khi nào, Vì sao làm, Trước đây làm thế nào và 8 mục nữa.)
  [Để sau] [Quay lại]
> hồ sơ của tôi
< Hồ sơ CZ6-EN6: đang làm
  Nồi nấu cao bằng trấu
  Từ Xã Điềm He
  ~
  Đã xong 4/15 mục.
  ○ Làm ra khi nào
  ○ Vì sao làm
  ○ Trước đây làm thế nào
  ○ Mình làm gì
  ○ Mới ở chỗ nào
  ○ Đã dùng ở đâu, ai dùng được
  ○ Lợi gì
  ○ Ảnh, video giải pháp
  ○ Bản vẽ, sơ đồ
  ○ Bằng chứng hiệu quả
  ○ Xác nhận của đơn vị hoặc xã, phường
  ~
  Còn 83 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Làm tiếp: Làm ra khi nào] [Xem, sửa từng mục] [Giấy tờ để in] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
# Liên kết gõ sai: hỏi lại nơi ở.
as: ong_vi
>> poster khong-co-xa-nay
< Chào anh/chị. Tôi là trợ lý tự động của Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9 (2026-2027).
  Tôi hướng dẫn dự thi và trả lời câu hỏi; cần người thật thì bấm «Gặp cán bộ».
< Anh/chị ở xã, phường nào? Gõ tên mới hay tên cũ, có dấu hay không dấu đều được.
  [Menu]
> em ở Đồng Đăng
< Nơi của anh/chị từ 1/7/2025 là Xã Đồng Đăng, gồm:
  - TT Đồng Đăng, Xã Bảo Lâm, Xã Hồng Phong, Xã Thụy Hùng, Xã Phú Xá (H. Cao Lộc cũ)
  ~
  UBND Xã Đồng Đăng có nhiệm vụ:
  - Tìm và giúp bà con có sáng kiến làm hồ sơ dự thi
  - Phổ biến Hội thi đến người dân, hộ sản xuất, kinh doanh
  ~
  Trợ lý chưa được cung cấp số điện thoại, địa chỉ nơi này nên không ghi ở đây.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.6. Chính thức. Tham khảo: Nghị quyết 1672/NQ-UBTVQH15; Bảng đối chiếu xã cũ, xã mới (vietnamadminunits 1.0.4). Bảng do người ngoài tổng hợp, có thể sai ở vài nơi.)
  [Tìm nơi khác] [Gặp cán bộ] [Menu]
