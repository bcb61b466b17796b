using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Measures.Segments;
using Modelwright.Recording;

namespace Modelwright.Tasks.Clustering;

/// <summary>Compares segments with a column that says which rows belong together.</summary>
internal static class SegmentTruth
{
    /// <summary>Adjusted Rand index with its interval, and adjusted mutual information over the rows whose truth is known.</summary>
    public static IReadOnlyList<Figure> Of(Column truth, IForm form, Table rows)
    {
        var labels = new int[rows.RowCount];
        ((IAssignsClusters)form).Assign(rows, labels, new double[labels.Length], new double[labels.Length]);
        int[] known = [.. Enumerable.Range(0, truth.RowCount).Where(row => !truth.IsMissing(row))];
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] real = Array.ConvertAll(known, row => codes.TryGetValue(truth.Format(row)!, out var code) ? code : codes[truth.Format(row)!] = codes.Count);

        // Rows of no segment are one more group: to leave them out would reward calling the doubtful ones noise.
        int[] found = Array.ConvertAll(known, row => labels[row] < 0 ? ((IAssignsClusters)form).Clusters : labels[row]);
        var rand = SegmentAgreement.AdjustedRand(found, real);
        var (lower, upper, error) = TruthInterval.Of(found, real, rand);
        return [Figure("adjusted_rand", rand) with { Lower = lower, Upper = upper, StandardError = error }, Figure("adjusted_mutual_information", SegmentAgreement.AdjustedMutualInformation(found, real))];

        Figure Figure(string metric, double value) => new()
        {
            Model = "shipped",
            Data = "truth",
            Metric = metric,
            Value = value,
            StandardError = double.NaN,
            Lower = value,
            Upper = value,
            Rows = known.Length,
            HigherIsBetter = true,
        };
    }
}
