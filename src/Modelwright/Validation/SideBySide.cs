using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Validation;

/// <summary>Answers many rows on several threads: a row's answer does not depend on the others, so the bits are the same.</summary>
internal static class SideBySide
{
    private const int FewestRows = 512;

    /// <summary>Answers rows with a form.</summary>
    public static double[] Predict(AnswerKind kind, IForm form, Table rows, int threads)
    {
        var output = new double[rows.RowCount * kind.Width];
        var parts = Math.Clamp(rows.RowCount / FewestRows, 1, 4 * threads);
        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var (from, to) = (Bound(rows.RowCount, part, parts), Bound(rows.RowCount, part + 1, parts));
            int[] some = [.. Enumerable.Range(from, to - from)];
            kind.Predict(form, parts == 1 ? rows : rows.Take(some), output.AsSpan(from * kind.Width, some.Length * kind.Width));
        });
        return output;
    }

    private static int Bound(int count, int part, int parts) => (int)((long)count * part / parts);
}
