using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Measures.Intervals;
using Modelwright.Runtime.Forms.Anomalies.Labelled;

namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>
/// How many of the rows without a label are anomalies, told from how probable each is: probabilities that were learned at the share among the labelled rows
/// are corrected to the share that they then have as their mean.
/// </summary>
/// <remarks>
/// Saerens, Latinne &amp; Decaestecker 2002, "Adjusting the outputs of a classifier to new a priori probabilities: a simple procedure". The interval is a
/// jackknife over parts of the labelled rows, which are what little is known from.
/// </remarks>
internal sealed class LabelledShare(TaskGround ground, IReadOnlyList<FittedMember> members, AnomalyLabels labels)
{
    private const int MostRows = 5_000;
    private const int MostRounds = 200;
    private const double Near = 1e-7;

    /// <summary>A probability of 0 or 1 from a handful of rows is no certainty.</summary>
    private const double Doubt = 1e-4;

    private readonly LabelledRowNumbers _known = labels.ToLearnFrom(ground.Seed);

    /// <summary>The share of all rows, labelled ones among them.</summary>
    /// <param name="scores">What the members say together, one a row.</param>
    public double Of(double[] scores)
    {
        var unknown = Unknown(scores.Length);
        return unknown.Length == 0 ? Whole(0) : Whole(Corrected(Array.ConvertAll(unknown, row => scores[row]), _known));
    }

    /// <summary>The same with its 95 % interval.</summary>
    /// <param name="scores">What the members say together, one a row.</param>
    public (double Share, double Lower, double Upper) WithInterval(double[] scores)
    {
        var (share, unknown) = (Of(scores), Unknown(scores.Length));
        var reach = unknown.Length == 0 ? 0 : Reach(unknown);
        return (share, Math.Max(Whole(0), share - reach), Math.Min(1 - (labels.Rows.Usual.Count / (double)labels.RowCount), share + reach));
    }

    /// <summary>Rows without a label, at equal distances where they are many.</summary>
    private int[] Unknown(int rows)
    {
        var labelled = labels.Rows.All.ToHashSet();
        int[] unknown = [.. Enumerable.Range(0, rows).Where(row => !labelled.Contains(row))];
        var stride = Math.Max(1, (unknown.Length + MostRows - 1) / MostRows);
        return [.. unknown.Where((_, place) => place % stride == 0)];
    }

    private double Whole(double share) => (labels.Rows.Strange.Count + (share * labels.Unknown)) / labels.RowCount;

    /// <summary>How far the share may be off: what it is without each part of the labelled rows.</summary>
    private double Reach(int[] some)
    {
        var parts = LabelledParts.Of(_known.Strange.Count, _known.Usual.Count, ground.Seed).First();
        Table[] rows = [.. members.Select(member => member.Features.Take(some))];
        Table[] labelled = [.. members.Select(member => member.Features.Take(_known.All))];
        double[] shares = [.. Enumerable.Range(0, parts.Max() + 1).Select(part => Whole(Without(parts, part, labelled, rows)))];
        var mean = shares.Average();
        return StudentQuantile.Of(shares.Length - 1) * Math.Sqrt(shares.Sum(share => (share - mean) * (share - mean)) * (shares.Length - 1) / shares.Length);
    }

    private double Without(int[] parts, int part, Table[] labelled, Table[] rows)
    {
        int[] kept = [.. Enumerable.Range(0, parts.Length).Where(row => parts[row] != part)];
        LabelledRowNumbers numbers = new([.. kept.Where(row => row < _known.Strange.Count)], [.. kept.Where(row => row >= _known.Strange.Count)]);
        var scores = new double[rows[0].RowCount];
        for (var member = 0; member < members.Count; member++)
        {
            ground.Stop.ThrowIfCancellationRequested();
            var (learner, values, seed) = members[member].Member;
            var target = new CategoryColumn("label", [LabelledAnomalyForm.Usual, LabelledAnomalyForm.Strange], [.. kept.Select(row => row < _known.Strange.Count ? 1 : 0)]);
            var fit = learner.Fit(new(LearningTask.Classification, labelled[member].Take(kept)) { Target = target }, values, ground.Context(seed) with { Deadline = null });
            var own = LabelledScores.Of(fit.Form, rows[member]);
            for (var row = 0; row < scores.Length; row++)
            {
                scores[row] += own[row] / members.Count;
            }
        }

        return Corrected(scores, numbers);
    }

    /// <summary>The share at which corrected probabilities have it as their mean.</summary>
    private static double Corrected(double[] scores, LabelledRowNumbers labels)
    {
        var learned = labels.Strange.Count / (double)(labels.Strange.Count + labels.Usual.Count);
        var share = learned;
        for (var round = 0; round < MostRounds; round++)
        {
            var (strange, usual, sum) = (share / learned, (1 - share) / (1 - learned), 0.0);
            foreach (var score in scores)
            {
                var sure = Math.Clamp(score, Doubt, 1 - Doubt);
                sum += sure * strange / ((sure * strange) + ((1 - sure) * usual));
            }

            var next = sum / scores.Length;
            if (Math.Abs(next - share) < Near)
            {
                return next;
            }

            share = next;
        }

        return share;
    }
}
