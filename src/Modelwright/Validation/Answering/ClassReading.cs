using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Measures.Reliability;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Validation.Calibrating;
using Modelwright.Validation.Conformal;
using Modelwright.Validation.Deciding;

namespace Modelwright.Validation.Answering;

/// <summary>Reads probabilities: calibration, then the decision between classes and the sets, both on calibrated probabilities.</summary>
/// <param name="kind">How the answers look.</param>
/// <param name="classes">The classes.</param>
/// <param name="told">What was told.</param>
internal sealed class ClassReading(AnswerKind kind, IReadOnlyList<string> classes, AnsweringPlan told) : AnswerReading
{
    /// <inheritdoc/>
    public override LearnedAnswering Learn(OutOfFold known)
    {
        var raw = (ClassAnswers)Pair(known.Rows, new(known.Predictions, known.Predictions));
        var (map, tried) = CalibrationChoice.Choose(raw, known.Folds, told.Calibration);
        double[] calibrated = [.. raw.Probabilities];
        if (map is not null)
        {
            OutOfFold.Cross(raw, known.Folds, (some, _) => CalibrationFit.Fit(map.Method, (ClassAnswers)some), (other, rows) => Map(other, calibrated, rows));
        }

        var answers = (ClassAnswers)Pair(known.Rows, new(calibrated, calibrated));
        var decision = new AnsweringDecision { Calibration = map, Decision = Decide(answers), Sets = SetFit.Fit(answers, told.Coverage) };
        return new(decision, Nested(raw, answers, known.Folds, decision))
        {
            Tried = tried,
            Warnings = decision.Sets is null ? [ConformalQuantile.TooFew(answers.Count, told.Coverage)] : [],
        };
    }

    /// <inheritdoc/>
    public override JudgedRows Judge(LabelledRows rows, RawAnswers raw, AnsweringDecision decision)
    {
        double[] calibrated = [.. raw.Numbers];
        decision.Calibration?.Apply(calibrated, classes.Count);
        var answers = (ClassAnswers)Pair(rows, new(raw.Numbers, calibrated));
        var judged = new Judgement(answers, decision.Decision is not null, decision.Sets is not null);
        judged.Judge(decision.Decision, decision.Sets, [.. Enumerable.Range(0, answers.Count)]);
        return judged.Rows(raw.Numbers);
    }

    /// <inheritdoc/>
    public override Answers Pair(LabelledRows rows, JudgedRows judged) =>
        ((ClassAnswers)kind.Pair(rows, judged.Predictions)) with { Decided = judged.Decided };

    /// <inheritdoc/>
    public override EvidenceAnswering Describe(LabelledRows rows, JudgedRows judged, LearnedAnswering learned, string data)
    {
        var answers = (ClassAnswers)Pair(rows, judged);
        var before = (ClassAnswers)Pair(rows, new(judged.Raw, judged.Raw));
        var map = learned.Decision.Calibration;
        var counts = Enumerable.Range(0, answers.Count).Any(row => (answers.Weights?[row] ?? 1) > 0) && classes.Count > 1;
        return new()
        {
            Calibration = counts ? new()
            {
                Method = map?.Method ?? CalibrationChoice.None,
                Data = data,
                Tried = learned.Tried,
                Reliability = Recorded(ReliabilityCurve.Of(answers)),
                Before = map is null ? null : Recorded(ReliabilityCurve.Of(before)),
            } : null,
            Decision = learned.Decision.Decision is { } decision ? DecisionValue.Of(answers, decision, data) : null,
            Intervals = learned.Decision.Sets is { } sets ? Coverage("set", "least_ambiguous", sets.Level, answers, judged, data) : null,
        };
    }

    /// <inheritdoc/>
    public override IForm Wrap(IForm form, AnsweringDecision decision) =>
        decision.Calibration is { } map ? new ClassCalibratedForm(form, map) : form;

    private static EvidenceReliability Recorded(ReliabilityCurve curve) => new(
        [.. curve.Bins.Select(bin => new EvidenceReliabilityBin(bin.From, bin.To, bin.Predicted, bin.Observed, bin.Lower, bin.Upper, bin.Rows))],
        curve.Expected,
        curve.Debiased,
        curve.Lower,
        curve.Upper,
        curve.Rows);

    private ClassDecision? Decide(ClassAnswers answers) =>
        told.Costs is { } costs ? new() { For = "costs", Costs = CostMatrix.Of(costs, classes) }
        : told.ThresholdFor is { } metric && classes.Count == 2 ? ThresholdFit.Fit(answers, BuiltInMetrics.Get(metric))
        : null;

    /// <summary>Decision and sets are learned again without each fold.</summary>
    private JudgedRows Nested(ClassAnswers raw, ClassAnswers answers, int[] folds, AnsweringDecision decision)
    {
        var judged = new Judgement(answers, decision.Decision is not null, decision.Sets is not null);
        OutOfFold.Cross(
            answers,
            folds,
            (some, _) => (Decision: decision.Decision?.Costs is null ? Decide((ClassAnswers)some) : decision.Decision, Sets: SetFit.Fit((ClassAnswers)some, told.Coverage)),
            (learned, rows) => judged.Judge(learned.Decision, learned.Sets, rows));
        return judged.Rows(raw.Probabilities);
    }

    private void Map(ProbabilityMap map, double[] calibrated, int[] rows)
    {
        foreach (var row in rows)
        {
            map.Apply(calibrated.AsSpan(row * classes.Count, classes.Count), classes.Count);
        }
    }

    /// <summary>Labels and sets of rows, filled in by one rule or by one a fold.</summary>
    private sealed class Judgement(ClassAnswers answers, bool hasDecision, bool hasSets)
    {
        private readonly int[]? _decided = hasDecision ? new int[answers.Count] : null;
        private readonly bool[] _held = new bool[answers.Count];
        private readonly double[] _sizes = new double[answers.Count];
        private bool _hasSets = hasSets;

        public void Judge(ClassDecision? decision, ClassSetRule? sets, int[] rows)
        {
            var width = answers.Classes.Count;
            _hasSets &= sets is not null;
            foreach (var row in rows)
            {
                var shares = answers.Probabilities.AsSpan(row * width, width);
                if (_decided is not null && decision is not null)
                {
                    _decided[row] = decision.Choose(shares);
                }

                for (var place = 0; sets is not null && place < width; place++)
                {
                    var isHeld = sets.Holds(shares, place);
                    _held[row] |= isHeld && place == answers.Truth[row];
                    _sizes[row] += isHeld ? 1 : 0;
                }
            }
        }

        public JudgedRows Rows(double[] raw) => new(raw, answers.Probabilities)
        {
            Decided = _decided,
            Held = _hasSets ? _held : null,
            Sizes = _hasSets ? _sizes : null,
        };
    }
}
