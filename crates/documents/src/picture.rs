//! Reading PNG and JPEG pictures, such as a council's logo.

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
    if png_size(bytes).is_some_and(|(across, down)| u64::from(across) * u64::from(down) > MOST_DOTS) {
        return Err(DocumentError::PictureTooLarge);
    }
    let image = if bytes.starts_with(b"\x89PNG") { decode_png(bytes) } else { read_jpeg(bytes) };
    image.ok_or(DocumentError::Picture)
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

/// A JPEG goes into a document as it is; only its size and its number of colours are read.
fn read_jpeg(bytes: &[u8]) -> Option<Image> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let [0xff, marker, ..] = *rest else { return None };
        rest = rest.get(2..)?;
        let length = usize::from(u16::from_be_bytes([*rest.first()?, *rest.get(1)?]));
        let segment = rest.get(2..length)?;
        // Start of frame, ITU-T T.81, table B.1, without the tables that share the range.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let [_, high, low, wide, narrow, components, ..] = *segment else { return None };
            let (height, width) = (u16::from_be_bytes([high, low]), u16::from_be_bytes([wide, narrow]));
            let usable = matches!(components, 1 | 3) && width > 0 && height > 0;
            return usable.then(|| Image::Jpeg {
                bytes: bytes.to_vec(),
                width: width.into(),
                height: height.into(),
                components,
            });
        }
        rest = rest.get(length..)?;
    }
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
    fn a_jpegs_size_is_read_from_its_frame() {
        let bytes = [
            0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 0, 40, 0, 30, 3, 1, 0x22, 0, 2, 0x11,
            1, 3, 0x11, 1,
        ];
        assert_eq!(decode(&bytes).unwrap().size(), (30, 40));
    }

    #[test]
    fn a_picture_that_claims_too_many_dots_is_refused_before_it_is_read() {
        let mut bytes = png_of(ColorType::Rgb, &[1, 2, 3]);
        bytes[16..24].copy_from_slice(&[0, 0, 0x27, 0x10, 0, 0, 0x17, 0x70]);
        assert_eq!(decode(&bytes), Err(DocumentError::PictureTooLarge));
    }

    #[test]
    fn other_bytes_are_refused() {
        for bytes in [&b"GIF89a"[..], &b"\x89PNG\r\n\x1a\n"[..], &[0xff, 0xd8, 0xff, 0xd9], &[]] {
            assert!(decode(bytes).is_err());
        }
    }
}
