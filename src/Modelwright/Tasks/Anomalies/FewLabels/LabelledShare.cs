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
/// jackknife over parts of the labelled rows, which are what little is known from, widened to what <see cref="AdjustedCount"/> leaves open.
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

    /// <summary>The same with its 95 % interval: what parts of the labels leave open, and what the rates of error on unseen labelled rows do.</summary>
    /// <param name="scores">What the members say together, one a row.</param>
    public (double Share, double Lower, double Upper) WithInterval(double[] scores)
    {
        var (share, unknown) = (Of(scores), Unknown(scores.Length));
        if (unknown.Length == 0)
        {
            return (share, share, share);
        }

        var (reach, unseen) = Parts(unknown);
        var (lower, upper) = AdjustedCount.Of(unseen, _known.Strange.Count, Array.ConvertAll(unknown, row => scores[row]));
        return (share, Math.Max(Whole(0), Math.Min(share - reach, Whole(lower))), Math.Min(Whole(1), Math.Max(share + reach, Whole(upper))));
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

    /// <summary>How far the share moves without each part of the labelled rows, and what the labelled rows score where they are left out.</summary>
    private (double Reach, double[] Unseen) Parts(int[] some)
    {
        var parts = LabelledParts.Of(_known.Strange.Count, _known.Usual.Count, ground.Seed).First();
        Table[] rows = [.. members.Select(member => member.Features.Take(some))];
        Table[] labelled = [.. members.Select(member => member.Features.Take(_known.All))];
        var unseen = new double[parts.Length];
        double[] shares = [.. Enumerable.Range(0, parts.Max() + 1).Select(part => Whole(Without(parts, part, labelled, rows, unseen)))];
        var mean = shares.Average();
        return (StudentQuantile.Of(shares.Length - 1) * Math.Sqrt(shares.Sum(share => (share - mean) * (share - mean)) * (shares.Length - 1) / shares.Length), unseen);
    }

    private double Without(int[] parts, int part, Table[] labelled, Table[] rows, double[] unseen)
    {
        int[] kept = [.. Enumerable.Range(0, parts.Length).Where(row => parts[row] != part)];
        int[] left = [.. Enumerable.Range(0, parts.Length).Where(row => parts[row] == part)];
        LabelledRowNumbers numbers = new([.. kept.Where(row => row < _known.Strange.Count)], [.. kept.Where(row => row >= _known.Strange.Count)]);
        var target = new CategoryColumn("label", [LabelledAnomalyForm.Usual, LabelledAnomalyForm.Strange], [.. kept.Select(row => row < _known.Strange.Count ? 1 : 0)]);
        var scores = new double[rows[0].RowCount];
        for (var member = 0; member < members.Count; member++)
        {
            var (learner, values, seed) = members[member].Member;
            var form = learner.Fit(new(LearningTask.Classification, labelled[member].Take(kept)) { Target = target }, values, LabelledMembers.Context(ground, seed)).Form;
            Add(LabelledScores.Of(form, rows[member]), scores, row => row);
            Add(LabelledScores.Of(form, labelled[member].Take(left)), unseen, row => left[row]);
        }

        return Corrected(scores, numbers);
    }

    private void Add(double[] own, double[] together, Func<int, int> place)
    {
        for (var row = 0; row < own.Length; row++)
        {
            together[place(row)] += own[row] / members.Count;
        }
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
