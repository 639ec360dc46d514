//! Reading PNG and JPEG pictures, such as a council's logo.

mod jpeg;

use png::{ColorType, Transformations};

use crate::DocumentError;
use crate::sink::Image;

/// A logo never needs more; a small file can claim far more than memory holds.
const MOST_DOTS: u64 = 20_000_000;

/// Whether a picture can be printed.
///
/// # Errors
/// As [`decode`].
pub fn picture(bytes: &[u8]) -> Result<(), DocumentError> {
    decode(bytes).map(drop)
}

/// Reads a picture; what is transparent becomes white, as on paper.
///
/// # Errors
/// The bytes are neither a PNG nor a JPEG, are damaged, are too large, or are in the colours of printing presses.
pub fn decode(bytes: &[u8]) -> Result<Image, DocumentError> {
    let too_large = |(across, down): (u32, u32)| u64::from(across) * u64::from(down) > MOST_DOTS;
    if png_size(bytes).is_some_and(too_large) {
        return Err(DocumentError::PictureTooLarge);
    }
    if bytes.starts_with(b"\x89PNG") {
        return decode_png(bytes).ok_or(DocumentError::Picture);
    }
    // A JPEG is read as it prints: in whoever's program shows the document.
    let frame = jpeg::read(bytes).ok_or(DocumentError::Picture)?;
    if too_large((frame.width, frame.height)) {
        return Err(DocumentError::PictureTooLarge);
    }
    if !frame.is_whole {
        return Err(DocumentError::Picture);
    }
    let jpeg::Frame { width, height, components, .. } = frame;
    Ok(Image::Jpeg { bytes: bytes.to_vec(), width, height, components })
}

/// What the head of a PNG file says of its size (PNG, 11.2.2), before memory is taken for it.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.strip_prefix(b"\0\0\0\rIHDR")?;
    let (across, rest) = size.split_first_chunk::<4>()?;
    let (down, _) = rest.split_first_chunk::<4>()?;
    Some((u32::from_be_bytes(*across), u32::from_be_bytes(*down)))
}

fn decode_png(bytes: &[u8]) -> Option<Image> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut buffer = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut buffer).ok()?;
    let samples = buffer.get(..info.buffer_size())?;
    let on_white = |value: u8, alpha: u8| {
        let (value, alpha) = (u32::from(value), u32::from(alpha));
        u8::try_from((value * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
    };
    let pixels = match info.color_type {
        ColorType::Rgb => samples.to_vec(),
        ColorType::Grayscale => samples.iter().flat_map(|grey| [*grey; 3]).collect(),
        ColorType::GrayscaleAlpha => {
            samples.as_chunks::<2>().0.iter().flat_map(|[grey, alpha]| [on_white(*grey, *alpha); 3]).collect()
        }
        ColorType::Rgba => samples
            .as_chunks::<4>()
            .0
            .iter()
            .flat_map(|[red, green, blue, alpha]| [*red, *green, *blue].map(|value| on_white(value, *alpha)))
            .collect(),
        ColorType::Indexed => return None,
    };
    Some(Image::Rgb { pixels, width: info.width, height: info.height })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_of(color: ColorType, samples: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 1, 1);
        encoder.set_color(color);
        encoder.write_header().unwrap().write_image_data(samples).unwrap();
        bytes
    }

    #[test]
    fn a_transparent_pixel_becomes_white() {
        let image = decode(&png_of(ColorType::Rgba, &[10, 20, 30, 0])).unwrap();
        assert_eq!(image, Image::Rgb { pixels: vec![255; 3], width: 1, height: 1 });
        let image = decode(&png_of(ColorType::Rgba, &[10, 20, 30, 255])).unwrap();
        assert_eq!(image, Image::Rgb { pixels: vec![10, 20, 30], width: 1, height: 1 });
        let image = decode(&png_of(ColorType::GrayscaleAlpha, &[7, 255])).unwrap();
        assert_eq!(image, Image::Rgb { pixels: vec![7; 3], width: 1, height: 1 });
    }

    #[test]
    fn a_picture_that_claims_too_many_dots_is_refused_before_it_is_read() {
        let mut bytes = png_of(ColorType::Rgb, &[1, 2, 3]);
        bytes[16..24].copy_from_slice(&[0, 0, 0x27, 0x10, 0, 0, 0x17, 0x70]);
        assert_eq!(decode(&bytes), Err(DocumentError::PictureTooLarge));
    }

    #[test]
    fn a_picture_whose_data_ends_before_its_size_is_refused() {
        let mut claims = png_of(ColorType::Rgb, &[1, 2, 3]);
        claims[16..24].copy_from_slice(&[0, 0, 0x0f, 0xa0, 0, 0, 0x0f, 0xa0]);
        let whole = png_of(ColorType::Rgb, &[1, 2, 3]);
        for bytes in [&claims[..], &whole[..whole.len() - 20], &whole[..30]] {
            assert_eq!(decode(bytes), Err(DocumentError::Picture));
        }
    }

    #[test]
    fn other_bytes_are_refused() {
        for bytes in [&b"GIF89a"[..], &b"\x89PNG\r\n\x1a\n"[..], &[0xff, 0xd8, 0xff, 0xd9], &[]] {
            assert!(decode(bytes).is_err());
        }
    }
}
