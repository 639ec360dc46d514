//! The seven corporate parenting principles: Children and Social Work Act 2017, section 1(1)(a) to (g), in force
//! since 1 April 2018. The wording is ours; the Act's own words are at legislation.gov.uk.

crate::text_enum! {
    /// What a local authority in England must have regard to when it acts for children in its care and care leavers.
    Principle {
        /// Section 1(1)(a).
        BestInterests = "best_interests" => "act in their best interests, and look after their health in body and mind",
        /// Section 1(1)(b).
        ExpressViews = "express_views" => "encourage them to say what they think, wish and feel",
        /// Section 1(1)(c).
        TakeViewsIntoAccount = "take_views_into_account" => "take into account what they think, wish and feel",
        /// Section 1(1)(d).
        AccessToServices = "access_to_services" => "help them to get, and make the best use of, what the council and its partners offer",
        /// Section 1(1)(e).
        HighAspirations = "high_aspirations" => "aim high for them, and seek the best outcomes",
        /// Section 1(1)(f).
        SafetyAndStability = "safety_and_stability" => "keep them safe, with stability at home, in relationships, and in education or work",
        /// Section 1(1)(g).
        PreparationForAdulthood = "preparation_for_adulthood" => "prepare them for adulthood and for living independently",
    }
}

impl Principle {
    /// The letter of its paragraph in section 1(1): 'a' to 'g'.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::BestInterests => 'a',
            Self::ExpressViews => 'b',
            Self::TakeViewsIntoAccount => 'c',
            Self::AccessToServices => 'd',
            Self::HighAspirations => 'e',
            Self::SafetyAndStability => 'f',
            Self::PreparationForAdulthood => 'g',
        }
    }

    /// Where the law says it: "Children and Social Work Act 2017, section 1(1)(a)".
    #[must_use]
    pub fn source(self) -> String {
        format!("Children and Social Work Act 2017, section 1(1)({})", self.letter())
    }

    /// A few words, for a heading or a chip.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::BestInterests => "Best interests and health",
            Self::ExpressViews => "Saying what they think",
            Self::TakeViewsIntoAccount => "Being listened to",
            Self::AccessToServices => "Getting help and services",
            Self::HighAspirations => "High aspirations",
            Self::SafetyAndStability => "Safety and stability",
            Self::PreparationForAdulthood => "Ready for adult life",
        }
    }

    /// What it means, in words for a ten-year-old.
    #[must_use]
    pub const fn for_children(self) -> &'static str {
        match self {
            Self::BestInterests => "We do what is best for you. We help you to feel well and happy.",
            Self::ExpressViews => "We ask what you think and how you feel. It is safe to tell us.",
            Self::TakeViewsIntoAccount => "We listen to you. What you say can change what we do.",
            Self::AccessToServices => "We help you to get the help that you need.",
            Self::HighAspirations => "We want the very best for you. We believe in you.",
            Self::SafetyAndStability => {
                "We keep you safe. We try not to change your home, your school or the people you trust."
            }
            Self::PreparationForAdulthood => {
                "We help you to get ready for being grown up. We do not leave you on your own."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_seven_in_the_order_of_the_act() {
        let letters: String = Principle::ALL.iter().map(|principle| principle.letter()).collect();
        assert_eq!(letters, "abcdefg");
        assert_eq!(
            Principle::PreparationForAdulthood.source(),
            "Children and Social Work Act 2017, section 1(1)(g)"
        );
    }
}
