using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Validation;

namespace Modelwright.Stress.Privacy;

/// <summary>
/// Counts the training rows whose features stand in a form: models of nearest neighbours and support vectors are made of them. Whoever
/// has the package reads a place, takes back centre and scale, and has the row.
/// </summary>
internal static class RowRecovery
{
    private const int MostRows = 4_000;
    private const string Remedy = "Such a package is only written with --store-rows; train without it for one that holds no row.";

    /// <summary>Looks.</summary>
    /// <param name="form">The form of the package.</param>
    /// <param name="training">Training rows in the types of the schema; null where none were brought.</param>
    /// <param name="others">New rows in the same types.</param>
    /// <param name="cancellation">Asks to end.</param>
    public static RecoveredRows Of(IForm form, Table? training, Table others, CancellationToken cancellation)
    {
        if (!form.Info.HoldsRows)
        {
            return Found(0, 0, double.NaN, "The model holds no training row: what stands in the package is what it learned of them all.") with { HoldsRows = false };
        }

        StoredPoints[] parts = [.. StoredPoints.In(form)];
        if (training is null || training.RowCount == 0 || parts.Length == 0)
        {
            var why = parts.Length == 0 ? "they cannot be counted in a form of this kind" : "no training rows were brought to compare with";
            return Found(0, 0, double.NaN, $"The model holds training rows; how many can be read out of it is not known, as {why}. {Remedy}");
        }

        var some = training.Take(RowSample.Draw(training.RowCount, Math.Min(MostRows, training.RowCount), seed: 0));
        var found = Count(parts, some, cancellation);
        var byChance = others.RowCount == 0 ? double.NaN : (double)Count(parts, others, cancellation) / others.RowCount;
        return Found(some.RowCount, found, byChance, string.Create(CultureInfo.InvariantCulture, $"The model holds training rows: the features of {found} of {some.RowCount} can be read out of the package, where {byChance:P0} of new rows stand in it by chance. {Remedy}"));
    }

    private static RecoveredRows Found(int rows, int found, double byChance, string text) =>
        new() { HoldsRows = true, Rows = rows, Found = found, FoundByChance = byChance, Text = text };

    private static int Count(StoredPoints[] parts, Table rows, CancellationToken cancellation)
    {
        var isFound = new bool[rows.RowCount];
        foreach (var part in parts)
        {
            cancellation.ThrowIfCancellationRequested();
            var held = part.Hold(rows);
            for (var row = 0; row < held.Length; row++)
            {
                isFound[row] |= held[row];
            }
        }

        return isFound.Count(held => held);
    }
}
