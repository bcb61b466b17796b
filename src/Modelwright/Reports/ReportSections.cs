using Modelwright.Reports.Content;
using Modelwright.Reports.Sections;
using Modelwright.Reports.Sections.Targetless;

namespace Modelwright.Reports;

/// <summary>The list of sections: the one existing file that a new section edits.</summary>
internal static class ReportSections
{
    /// <summary>Each makes its blocks from a run, or none where it has nothing to say; in the order of reading: what it is and how good, why, where not, then what it came from.</summary>
    public static IReadOnlyList<(string Id, string Title, Func<ReportGround, IEnumerable<ReportBlock>> Blocks)> All { get; } =
    [
        ("summary", "At a glance", SummarySection.Of),
        ("warnings", "What to look at", WarningSection.Of),
        ("segments", "The segments", SegmentSection.Of),
        ("segment_choice", "Why these segments", SegmentChoiceSection.Of),
        ("strangest", "The anomalies", AnomalySection.Of),
        ("labels", "What the labels told", LabelSection.Of),
        ("streams", "The series over time", StreamSection.Of),
        ("figures", "How good it is", FigureSection.Of),
        ("validation", "How it was validated", ValidationSection.Of),
        ("money", "What its decisions are worth", MoneySection.Of),
        ("importances", "Which columns matter", ImportanceSection.Of),
        ("effects", "How they move the answer", EffectSection.Of),
        ("confusion", "Which classes it takes for which", ConfusionSection.Of),
        ("residuals", "Where it errs", ResidualSection.Of),
        ("slices", "Where it does worse", SliceSection.Of),
        ("curves", "Curves", CurveSection.Of),
        ("calibration", "How sure its answers are", CalibrationSection.Of),
        ("learning_curve", "Would more rows help?", LearningCurveSection.Of),
        ("next", "What would help next", NextSection.Of),
        ("data", "What the data is", DataSection.Of),
        ("features", "What the model sees", FeatureSection.Of),
        ("selection", "Which columns are worth it", SelectionSection.Of),
        ("leaderboard", "What was tried", LeaderboardSection.Of),
        ("choices", "What accuracy costs", ChoiceSection.Of),
        ("distillation", "What the small model keeps", DistillationSection.Of),
        ("model", "The model written out", WrittenModelSection.Of),
        ("repeat", "How to repeat it", RepeatSection.Of),
    ];
}
