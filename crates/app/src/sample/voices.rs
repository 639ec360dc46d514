//! Sixty things that children and young people said. All are invented.

use pledgeboard_domain::{AgeBand, Share, Voice};

use super::{
    calendar::Calendar,
    events,
    ids::{event, theme, voice},
    themes::cohort,
};
use crate::transfer::Records;

use AgeBand::{From5To10, From11To15, From16To17, From18To25};

#[derive(Clone, Copy)]
struct Said {
    key: &'static str,
    /// The event, or where else it was heard.
    at: &'static str,
    /// Days ago, where it was not heard at an event.
    ago: i64,
    theme: &'static str,
    band: AgeBand,
    cohort: usize,
    words: &'static str,
    is_quote: bool,
    share: Share,
    sensitive: bool,
}

const fn said(
    key: &'static str,
    at: &'static str,
    theme: &'static str,
    band: AgeBand,
    cohort: usize,
    words: &'static str,
) -> Said {
    let share = Share::Anywhere;
    Said { key, at, ago: -1, theme, band, cohort, words, is_quote: true, share, sensitive: false }
}

impl Said {
    const fn days_ago(mut self, ago: i64) -> Self {
        self.ago = ago;
        self
    }

    const fn summed_up(mut self) -> Self {
        self.is_quote = false;
        self
    }

    const fn board_only(mut self) -> Self {
        self.share = Share::BoardOnly;
        self
    }

    const fn not_shared(mut self) -> Self {
        self.share = Share::No;
        self
    }

    const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }
}

#[rustfmt::skip]
const VOICES: [Said; 60] = [
    // Pizza night.
    said("tired", "pizza", "stays", From11To15, 11, "I moved three times and nobody told my school why I was tired."),
    said("bags", "pizza", "stays", From11To15, 10, "My stuff came in bin bags. Everyone at the new house saw."),
    said("car", "pizza", "stays", From11To15, 11, "They told me I was moving when I was already in the car."),
    said("cat", "pizza", "stays", From5To10, 10, "I want to stay here because of the cat and because it smells nice."),
    said("pizza secret", "pizza", "safe", From11To15, 11,
        "One young person told us about being frightened of somebody on the bus home. The duty team was told that night.")
        .summed_up().not_shared().sensitive(),
    said("new school", "pizza", "school", From11To15, 10, "I had to start again with all my friends and nobody said sorry.").board_only(),
    // Care leavers' drop-in.
    said("rings", "dropin", "call", From18To25, 4, "My PA actually rings me back now."),
    said("sunday", "dropin", "call", From18To25, 4, "Bad stuff always happens on a Sunday and the office is shut."),
    said("leaflet", "dropin", "call", From16To17, 3, "What number? I never got a leaflet."),
    said("court", "dropin", "adult", From18To25, 4, "I got a court letter from the council and the council is meant to be my mum."),
    said("pregnant", "dropin", "healthy", From18To25, 4, "One young woman is expecting a baby and is worried about who will be told.")
        .summed_up().not_shared().sensitive(),
    // Half-term football.
    said("maths", "football", "heard", From11To15, 2, "My review was in maths. Everyone asked where I'd been."),
    said("nine adults", "football", "heard", From11To15, 2, "There were nine adults in my meeting and I knew two of them."),
    said("interpreter", "football", "heard", From16To17, 8, "When the interpreter is from my city I cannot say everything."),
    said("biscuits", "football", "heard", From5To10, 1, "I liked it when the chair asked me first and there were biscuits."),
    said("pictures", "football", "heard", From5To10, 7, "I tell better with my pictures."),
    // Homework club.
    said("laptop", "homework", "school", From11To15, 2, "I did my homework on my carer's phone for six weeks."),
    said("tutor", "homework", "school", From11To15, 2, "The tutor explains it three ways until one works."),
    said("pep", "homework", "school", From11To15, 10, "My PEP is about me but it's written like a car manual."),
    said("excluded", "homework", "school", From11To15, 11, "I got sent home for kicking off and nobody asked what happened at contact the day before.").board_only(),
    said("trip", "homework", "school", From5To10, 1, "I missed the farm trip because the form wasn't signed."),
    // Cook and talk.
    said("kettle", "kitchen", "adult", From18To25, 4, "I got keys and no kettle. I sat on the floor the first night."),
    said("tax", "kitchen", "adult", From18To25, 4, "Council tax. I didn't even know it was a thing."),
    said("driving", "kitchen", "adult", From16To17, 3, "Everyone else's mum pays for driving lessons."),
    said("savings", "kitchen", "adult", From16To17, 3, "Apparently I've got savings but no one can tell me how much."),
    said("staying", "kitchen", "adult", From16To17, 10, "Can I stay with my foster mum after I'm 18? Nobody will say it out loud."),
    // Young inspectors.
    said("lock", "bedrooms", "safe", From11To15, 11, "My door doesn't lock. I push the chest of drawers against it."),
    said("box", "bedrooms", "safe", From16To17, 11, "The complaints box has been empty since I came. So has the biscuit tin."),
    said("night staff", "bedrooms", "safe", From11To15, 11, "I like the night staff. They don't make you explain."),
    said("wifi", "bedrooms", "safe", From16To17, 11, "WiFi off at nine is for little kids."),
    said("garden", "bedrooms", "safe", From11To15, 11, "Could we have somewhere to go that's ours? Even a shed."),
    said("bullied", "bedrooms", "safe", From11To15, 11, "One young person is being picked on by another who lives there. The home's manager was told at once.")
        .summed_up().not_shared().sensitive(),
    // Picnic.
    said("brother", "picnic", "stays", From5To10, 15, "I saw my brother! He got taller than me."),
    said("driver", "picnic", "stays", From11To15, 15, "They cancelled contact three times because there was no driver."),
    said("birthday", "picnic", "stays", From5To10, 15, "I want to be at my sister's birthday, on the real day."),
    said("sleepover", "picnic", "stays", From11To15, 15, "Why can't we just have a sleepover? Normal brothers do."),
    said("nan", "picnic", "stays", From5To10, 12, "Nan needs a bigger car for all of us."),
    // Health drop-in.
    said("waiting", "nurse", "healthy", From16To17, 3, "I asked for help in year nine. I'm in year eleven."),
    said("dentist", "nurse", "healthy", From11To15, 2, "I've never been to the same dentist twice."),
    said("bath bombs", "nurse", "healthy", From11To15, 2, "The nurse gave us a sleep pack and it worked for me."),
    said("gym", "nurse", "healthy", From16To17, 3, "A gym pass would do more for my head than a leaflet."),
    // The forum.
    said("reviews", "forum", "heard", From11To15, 2, "Reviews should be about us, not about the file."),
    said("letters", "forum", "heard", From16To17, 3, "You always say thank you for telling us. Then nothing."),
    said("words", "forum", "heard", From11To15, 7, "Stop saying placement. It's my home. Stop saying contact. It's seeing my mum."),
    said("vote", "forum", "heard", From5To10, 1, "I pressed the button and my vote was on the big screen."),
    said("second", "forum", "heard", From16To17, 3, "We are always last on the agenda when everyone wants to go home."),
    said("social workers", "forum", "call", From11To15, 2, "I've had five social workers. I stopped telling them things."),
    // Celebration evening.
    said("certificate", "celebration", "school", From5To10, 1, "My certificate is on the fridge at both my houses."),
    said("nurse training", "celebration", "school", From18To25, 4, "Nobody asked me if I wanted to go to university until I was in it."),
    said("band", "celebration", "school", From11To15, 2, "Playing in the band is the best thing I do."),
    // Survey.
    said("bus", "survey", "safe", From11To15, 2, "I feel safe at home. I don't feel safe on the 47."),
    said("who to tell", "survey", "safe", From11To15, 11, "At night I wouldn't know who to tell."),
    said("moved bedroom", "survey", "safe", From11To15, 10, "I'd feel safer if people knocked."),
    said("photo", "survey", "safe", From16To17, 3, "Don't put my photo on anything. Ever."),
    // Cricket and tea.
    said("sleep", "cricket", "healthy", From16To17, 8, "I do not sleep. I think about my family."),
    said("form", "cricket", "healthy", From16To17, 8, "The dentist form is only English. I waited and waited."),
    said("rice", "cricket", "healthy", From16To17, 8, "Thank you for the halal shop. Now I can cook like my mother."),
    // Heard elsewhere.
    said("pathway", "Children in Care Council", "adult", From16To17, 3, "My pathway plan says I like swimming. I hate swimming.").days_ago(19),
    said("apprentice", "Complaint", "adult", From18To25, 4,
        "A care leaver says that the council's apprenticeship asks for two references and that nobody will give one.")
        .days_ago(68).summed_up(),
    said("fob", "Reviewing officer", "safe", From16To17, 11, "I'd like my own front door fob. I'm seventeen.").days_ago(12),
];

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    for it in &VOICES {
        let at_event = events::ago(it.at);
        to.voices.push(Voice {
            id: voice(it.key),
            version: 1,
            words: it.words.into(),
            is_quote: it.is_quote,
            heard_on: calendar.day(at_event.unwrap_or(it.ago)),
            event_id: at_event.map(|_| event(it.at)),
            source: if at_event.is_some() { String::new() } else { it.at.into() },
            theme_id: theme(it.theme),
            cohort_id: Some(cohort(it.cohort)),
            age_band: Some(it.band),
            share: it.share,
            sensitive: it.sensitive,
        });
    }
}
