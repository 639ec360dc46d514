//! One word shaped: what the font's tables make of its characters.

use std::collections::BTreeSet;

use harfrust::{
    Buffer, BufferFlags, Direction, Feature, Font, Script, ShapeOptions, ShapePlan, ShapePlanKey, ShaperFont,
    Tag,
};

use super::{Cluster, Face, Glyph, Shaped, is_silent};

/// What was worked out for each face and script: a few for all words of a document.
#[derive(Default)]
pub struct Plans(Vec<(Face, ShapePlan)>);

/// Ligatures would tie letters into one glyph, which then cannot be selected or read out singly.
fn features() -> [Feature; 2] {
    [b"liga", b"clig"].map(|tag| Feature::new(Tag::new(tag), 0, ..))
}

impl Plans {
    pub fn shape(&mut self, face: Face, right_to_left: bool, text: &str) -> Shaped {
        let nothing = Shaped { face, right_to_left, clusters: Vec::new(), width: 0.0 };
        let Some(font) = face.font() else { return nothing };
        let scale = 1000.0 / f64::from(font.units_per_em());
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        let features = features();
        let plan = self.plan(face, font, buffer.script(), buffer.direction(), &features);
        let options = ShapeOptions::new().plan(Some(plan)).features(&features);
        let shaper = ShaperFont::new(font);
        if harfrust::shape(&shaper, &mut buffer, options).is_err() {
            return nothing;
        }

        let infos = buffer.glyph_infos();
        let starts: BTreeSet<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        let mut clusters: Vec<(u32, Cluster)> = Vec::new();
        let mut width = 0.0;
        for (info, position) in infos.iter().zip(buffer.glyph_positions()) {
            let start = info.cluster as usize;
            let end = starts.range(start + 1..).next().copied().unwrap_or(text.len());
            // What only turns the direction or allows a break is no part of the words.
            let is_word = |it: &char| !is_silent(*it) || matches!(it, '\u{200c}' | '\u{200d}');
            let words: String = text.get(start..end).unwrap_or_default().chars().filter(is_word).collect();
            let glyph = Glyph {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                draws: words.chars().find(|character| face.glyph(*character) == Some(info.glyph_id)),
                advance: f64::from(position.x_advance) * scale,
                natural: f64::from(shaper.glyph_h_advance(info.glyph_id.into())) * scale,
                dx: f64::from(position.x_offset) * scale,
                dy: f64::from(position.y_offset) * scale,
            };
            width += glyph.advance;
            match clusters.last_mut() {
                Some((known, cluster)) if *known == info.cluster => cluster.glyphs.push(glyph),
                _ => clusters.push((info.cluster, Cluster { text: words, glyphs: vec![glyph] })),
            }
        }
        let clusters = clusters.into_iter().map(|(_, cluster)| cluster).collect();
        Shaped { face, right_to_left, clusters, width }
    }

    fn plan(
        &mut self,
        face: Face,
        font: &Font,
        script: Option<Script>,
        direction: Direction,
        features: &[Feature],
    ) -> &ShapePlan {
        let key = ShapePlanKey::new(font, script, direction).features(features);
        let known = self.0.iter().position(|(known, plan)| *known == face && key.matches(plan));
        let at = known.unwrap_or_else(|| {
            self.0.push((face, ShapePlan::new(font, direction, script, None, features)));
            self.0.len() - 1
        });
        &self.0[at].1
    }
}
