# Hai người thợ và một cháu 15 tuổi: chia phần, mời xác nhận bằng mã, một người từ chối rồi ký trên giấy.
at: 2027-04-02T20:00
as: tho_ca
> làm hồ sơ
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
>> [Không đồng ý]
< Xin phép: Nhắc khi còn thiếu
  ~
  Tôi nhắn nhắc khi gần hạn mà hồ sơ còn thiếu. Không nhắn ban đêm, lúc nào cũng tắt được.
  [Đồng ý] [Không đồng ý] [Quay lại]
>> [Không đồng ý]
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
> Bộ bật máy bơm bằng điện thoại
< Giải pháp thuộc lĩnh vực nào? Không chắc thì kể vài câu nó làm gì, tôi gợi ý.
  (Đã xong 2/15. Còn thiếu: Lĩnh vực, Tác giả, Làm ra khi nào và 10 mục nữa.)
  [Công nghệ thông tin, điện tử, viễn thông] [Cơ khí tự động hóa, xây dựng, giao thông vận tải] [Vật liệu, hóa chất, năng lượng] [Nông lâm ngư nghiệp, tài nguyên và môi trường] [Y dược] [Giáo dục và đào tạo] [Để sau] [Quay lại]
>> [Công nghệ thông tin, điện tử, viễn thông]
< Giờ đến người làm ra giải pháp. Họ và tên đầy đủ của người làm chính là gì?
  ~
  Ghi như trên giấy khai sinh, ví dụ: Nông Văn Thử
  (Đã xong 3/15. Còn thiếu: Tác giả, Làm ra khi nào, Vì sao làm và 9 mục nữa.)
  [Để sau] [Quay lại]
> Hoàng Văn Thử
< Hoàng Văn Thử sinh năm nào? Ví dụ 1971.
  [Ghi lại từ đầu]
> 1988
< Hoàng Văn Thử ở đâu hoặc làm việc ở đâu? Ví dụ: thôn Thử, xã Thử
  [Ghi lại từ đầu]
> phường Kỳ Lừa
< Số điện thoại của Hoàng Văn Thử, để cán bộ liên lạc về hồ sơ?
  [Không có số] [Ghi lại từ đầu]
> 0900 000 001
< Đã ghi tác giả:
  - Hoàng Văn Thử, 1988, phường Kỳ Lừa
  Còn ai cùng làm không?
  [Thêm người nữa] [Đủ rồi]
>> [Thêm người nữa]
< Họ và tên đầy đủ của người tiếp theo?
  ~
  Ghi như trên giấy khai sinh, ví dụ: Nông Văn Thử
> Vi Thị Mẫu
< Vi Thị Mẫu sinh năm nào? Ví dụ 1971.
  [Ghi lại từ đầu]
> 1990
< Vi Thị Mẫu ở đâu hoặc làm việc ở đâu? Ví dụ: thôn Thử, xã Thử
  [Ghi lại từ đầu]
> phường Kỳ Lừa
< Số điện thoại của Vi Thị Mẫu, để cán bộ liên lạc về hồ sơ?
  [Không có số] [Ghi lại từ đầu]
>> [Không có số]
< Đã ghi tác giả:
  - Hoàng Văn Thử, 1988, phường Kỳ Lừa
  - Vi Thị Mẫu, 1990, phường Kỳ Lừa
  Còn ai cùng làm không?
  [Thêm người nữa] [Đủ rồi]
>> [Thêm người nữa]
< Họ và tên đầy đủ của người tiếp theo?
  ~
  Ghi như trên giấy khai sinh, ví dụ: Nông Văn Thử
> Lương Văn Ví Dụ
< Lương Văn Ví Dụ sinh năm nào? Ví dụ 1971.
  [Ghi lại từ đầu]
> 2012
< Lương Văn Ví Dụ ở đâu hoặc làm việc ở đâu? Ví dụ: thôn Thử, xã Thử
  [Ghi lại từ đầu]
> xã Chi Lăng
< Số điện thoại của Lương Văn Ví Dụ, để cán bộ liên lạc về hồ sơ?
  [Không có số] [Ghi lại từ đầu]
>> [Không có số]
< Lương Văn Ví Dụ có thể chưa đủ 16 tuổi nên cần cha, mẹ hoặc người giám hộ đồng ý và ký trên giấy. Họ và tên người ấy?
> Lương Thị Ví Dụ
< Số điện thoại của cha, mẹ hoặc người giám hộ?
  [Không có số]
>> [Không có số]
< Đã ghi tác giả:
  - Hoàng Văn Thử, 1988, phường Kỳ Lừa
  - Vi Thị Mẫu, 1990, phường Kỳ Lừa
  - Lương Văn Ví Dụ, 2012, xã Chi Lăng
  Còn ai cùng làm không?
  [Thêm người nữa] [Đủ rồi]
>> [Đủ rồi]
< Phần đóng góp của từng người, cộng lại đủ 100:
  1. Hoàng Văn Thử
  2. Vi Thị Mẫu
  3. Lương Văn Ví Dụ
  Gõ lần lượt, ví dụ: 34 33 33
  [Chia đều]
> 50 30
< Tôi cần 3 số, mỗi người một số, ví dụ 60 40.
< Phần đóng góp của từng người, cộng lại đủ 100:
  1. Hoàng Văn Thử
  2. Vi Thị Mẫu
  3. Lương Văn Ví Dụ
  Gõ lần lượt, ví dụ: 34 33 33
  [Chia đều] [Để sau] [Quay lại]
> 50 30 30
< Cộng lại được 110, phải đủ 100. Anh/chị gõ lại giúp.
< Phần đóng góp của từng người, cộng lại đủ 100:
  1. Hoàng Văn Thử
  2. Vi Thị Mẫu
  3. Lương Văn Ví Dụ
  Gõ lần lượt, ví dụ: 34 33 33
  [Chia đều] [Để sau] [Quay lại]
> 50 30 20
< Ai là người đại diện, làm chính?
  [Hoàng Văn Thử] [Vi Thị Mẫu] [Lương Văn Ví Dụ]
>> [Hoàng Văn Thử]
< Làm ra từ tháng, năm nào? Bắt đầu dùng thật từ bao giờ?
  ~
  Ví dụ: «Nghĩ từ đầu năm 2024, tháng 8/2024 chạy được, vụ ngô năm đó dùng luôn.»
  (Đã xong 4/15. Còn thiếu: Làm ra khi nào, Vì sao làm, Trước đây làm thế nào và 8 mục nữa.)
  [Để sau] [Quay lại]
> hồ sơ của tôi
< Hồ sơ CZ6-EN6: đang làm
  Bộ bật máy bơm bằng điện thoại
  Từ Phường Kỳ Lừa
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
  Còn 58 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Làm tiếp: Làm ra khi nào] [Xem, sửa từng mục] [Đồng tác giả xác nhận] [Giấy tờ để in] [Mở trên máy khác] [Nhắc tôi khi gần hạn] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Đồng tác giả xác nhận]
< Mỗi đồng tác giả cần đồng ý đứng tên: bằng mã trên điện thoại của họ, hoặc ký trên giấy.
  - ○ Vi Thị Mẫu: chưa trả lời
  - ○ Lương Văn Ví Dụ: ký trên giấy
  [Mã cho Vi Thị Mẫu] [Vi Thị Mẫu ký trên giấy] [Sửa danh sách tác giả] [Về hồ sơ] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> [Mã cho Vi Thị Mẫu]
< Gửi mã này cho Vi Thị Mẫu, chỉ dùng được một lần:
  ~
  34V-K5D-L3N
  ~
  Người ấy mở http://127.0.0.1:8080, gõ mã, xem tên mình rồi bấm đồng ý hay không.
  [Danh sách đồng tác giả] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
as: chi_mau
> 7K3-M2P-AAA
< Mã này gõ chưa đúng. Mã không có chữ O, I, U và số 0, 1. Anh/chị xem lại rồi gõ lại giúp.
  [Gặp cán bộ] [Menu]
> @code
< Anh/chị được ghi là tác giả của giải pháp «Bộ bật máy bơm bằng điện thoại»:
  Vi Thị Mẫu, sinh năm 1990, phường Kỳ Lừa. Phần đóng góp 30%.
  Đúng và đồng ý đứng tên không?
  ~
  Để làm hồ sơ, tôi cần giữ: tên, năm sinh, nơi ở, số điện thoại của tác giả và những gì anh/chị kể, gửi. Người chịu trách nhiệm: Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi). Cán bộ nhận hồ sơ, người chấm và người anh/chị nhờ giúp được xem. Giữ đến 31/12/2028, rồi xóa. Không cần ảnh căn cước, không hỏi dân tộc.
  [Đúng, tôi đồng ý] [Tôi không đồng ý] [Menu]
>> [Tôi không đồng ý]
< Vâng, đã ghi là anh/chị không đồng ý; người làm hồ sơ được báo.
  [Menu]
> @code
< Mã này không đúng, đã dùng rồi hoặc đã có mã mới thay. Anh/chị hỏi lại người gửi mã.
  [Gặp cán bộ] [Menu]
as: tho_ca
>> [Xem hồ sơ]
< Hồ sơ CZ6-EN6: đang làm
  Bộ bật máy bơm bằng điện thoại
  Từ Phường Kỳ Lừa
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
  Vi Thị Mẫu không đồng ý đứng tên: sửa danh sách tác giả, hoặc gửi mã mới.
  ~
  Còn 58 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Làm tiếp: Làm ra khi nào] [Xem, sửa từng mục] [Đồng tác giả xác nhận] [Giấy tờ để in] [Mở trên máy khác] [Nhắc tôi khi gần hạn] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Đồng tác giả xác nhận]
< Mỗi đồng tác giả cần đồng ý đứng tên: bằng mã trên điện thoại của họ, hoặc ký trên giấy.
  - ✗ Vi Thị Mẫu: không đồng ý
  - ○ Lương Văn Ví Dụ: ký trên giấy
  [Mã cho Vi Thị Mẫu] [Vi Thị Mẫu ký trên giấy] [Sửa danh sách tác giả] [Về hồ sơ] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> [Mã cho Vi Thị Mẫu]
< Gửi mã này cho Vi Thị Mẫu, chỉ dùng được một lần:
  ~
  YJ8-34F-F4E
  ~
  Người ấy mở http://127.0.0.1:8080, gõ mã, xem tên mình rồi bấm đồng ý hay không.
  [Danh sách đồng tác giả] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
as: chi_mau
> @code
< Anh/chị được ghi là tác giả của giải pháp «Bộ bật máy bơm bằng điện thoại»:
  Vi Thị Mẫu, sinh năm 1990, phường Kỳ Lừa. Phần đóng góp 30%.
  Đúng và đồng ý đứng tên không?
  ~
  Để làm hồ sơ, tôi cần giữ: tên, năm sinh, nơi ở, số điện thoại của tác giả và những gì anh/chị kể, gửi. Người chịu trách nhiệm: Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi). Cán bộ nhận hồ sơ, người chấm và người anh/chị nhờ giúp được xem. Giữ đến 31/12/2028, rồi xóa. Không cần ảnh căn cước, không hỏi dân tộc.
  [Đúng, tôi đồng ý] [Tôi không đồng ý] [Menu]
>> [Đúng, tôi đồng ý]
< Cảm ơn anh/chị. Đã ghi là anh/chị đồng ý; người làm hồ sơ được báo.
  [Menu]
> hồ sơ của tôi
< Anh/chị cũng là đồng tác giả của:
  - CZ6-EN6 · Bộ bật máy bơm bằng điện thoại · đang làm
  [Làm hồ sơ mới] [Làm giúp người khác] [Menu]
as: tho_ca
>> [Xem hồ sơ]
< Hồ sơ CZ6-EN6: đang làm
  Bộ bật máy bơm bằng điện thoại
  Từ Phường Kỳ Lừa
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
  Còn 58 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Làm tiếp: Làm ra khi nào] [Xem, sửa từng mục] [Giấy tờ để in] [Mở trên máy khác] [Nhắc tôi khi gần hạn] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Đồng tác giả xác nhận]
< Mỗi đồng tác giả cần đồng ý đứng tên: bằng mã trên điện thoại của họ, hoặc ký trên giấy.
  - ✓ Vi Thị Mẫu: đã đồng ý
  - ○ Lương Văn Ví Dụ: ký trên giấy
  [Sửa danh sách tác giả] [Về hồ sơ] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
