namespace Modelwright.Anomalies;

/// <summary>The area under the ROC curve: the chance that a strange row scores above a usual one, ties counting half.</summary>
internal static class RocAuc
{
    public static double Of(double[] scores, bool[] isStrange)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        var sorted = (double[])scores.Clone();
        Array.Sort(sorted, order);
        double strange = isStrange.Count(is1 => is1);
        var (ranks, start) = (0.0, 0);
        while (start < sorted.Length)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            for (var place = start; place < end; place++)
            {
                ranks += isStrange[order[place]] ? (start + end + 1) / 2.0 : 0;
            }

            start = end;
        }

        return (ranks - (strange * (strange + 1) / 2)) / (strange * (sorted.Length - strange));
    }
}
