using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Learners;
using Modelwright.Runtime.Forms.Anomalies.Blend;
using Modelwright.Tasks.Anomalies.FewLabels;

namespace Modelwright.Anomalies;

/// <summary>Labels 10 anomalies and 100 other rows of a set, and scores the rest with and without them.</summary>
internal sealed class FewLabelsMeasurement
{
    private const int Strange = 10;
    private const int Usual = 100;
    private const int FewestAnomalies = 100;
    private readonly List<(double Without, double With)> _means = [];

    /// <summary>Prints the area of the detectors' mean alone and with labels, the mean over seeds; nothing of sets with fewer than 100 anomalies.</summary>
    public IEnumerable<Result> Of(LabelledRows rows, Options options)
    {
        if (rows.IsStrange.Count(strange => strange) >= FewestAnomalies)
        {
            var areas = Enumerable.Range(0, options.Seeds).Select(seed => One(rows, options, seed)).ToArray();
            _means.Add((areas.Average(area => area.Without), areas.Average(area => area.With)));
            Console.Error.WriteLine(FormattableString.Invariant($"{rows.Name,-18} without labels {_means[^1].Without:F4}, with {_means[^1].With:F4}"));
        }

        return [];
    }

    /// <summary>Prints the means over the sets, and how much of the gap to 1 the labels closed.</summary>
    public void PrintMean()
    {
        if (_means.Count > 0)
        {
            var (without, with) = (_means.Average(mean => mean.Without), _means.Average(mean => mean.With));
            Console.Error.WriteLine(FormattableString.Invariant($"mean over {_means.Count} sets without labels {without:F4}, with {with:F4}: {(with - without) / (1 - without):P1} of the gap closed"));
        }
    }

    private static (double Without, double With) One(LabelledRows rows, Options options, int seed)
    {
        int[] order = [.. Enumerable.Range(0, rows.IsStrange.Length)];
        new Random(seed).Shuffle(order);
        LabelledRowNumbers labels = new([.. order.Where(row => rows.IsStrange[row]).Take(Strange)], [.. order.Where(row => !rows.IsStrange[row]).Take(Usual)]);
        var context = new FitContext { Seed = seed, Threads = options.Threads };
        var detectors = Blend(rows, context);
        var form = FewLabelsFit.Fit(rows.Features, detectors, labels, BuiltInLearners.All, context).Form;
        var known = labels.Strange.Concat(labels.Usual).ToHashSet();
        int[] rest = [.. Enumerable.Range(0, order.Length).Where(row => !known.Contains(row))];
        return (Area(detectors, rows, rest), Area(form, rows, rest));
    }

    private static AnomalyBlendForm Blend(LabelledRows rows, FitContext context)
    {
        List<IForm> forms = [];
        List<SurpriseScale> scales = [];
        foreach (var learner in BuiltInLearners.All.Where(learner => learner.Info.Tasks.Contains(LearningTask.Anomalies) && learner.Info is { StoresRows: false, WantsScaling: false }))
        {
            var form = learner.Fit(new(LearningTask.Anomalies, rows.Features), ParameterValues.Default, context).Form;
            var scores = new double[rows.Features.RowCount];
            ((IScoresAnomalies)form).Score(rows.Features, scores);
            forms.Add(form);
            scales.Add(SurpriseScale.Of(scores));
        }

        return new(forms, [.. forms.Select(_ => 1.0 / forms.Count)], scales);
    }

    private static double Area(IScoresAnomalies form, LabelledRows rows, int[] rest)
    {
        var scores = new double[rows.Features.RowCount];
        form.Score(rows.Features, scores);
        return RocAuc.Of([.. rest.Select(row => scores[row])], [.. rest.Select(row => rows.IsStrange[row])]);
    }
}
