using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Runs;

/// <summary>Turns a file of predictions and the truth into answers to score.</summary>
internal static class Predictions
{
    private const string ProbabilityPrefix = "probability:";

    /// <summary>Reads a file of predictions.</summary>
    /// <param name="set">The set.</param>
    /// <param name="path">The file: 'prediction', and for classes one 'probability:CLASS' column each.</param>
    /// <param name="truth">Target texts of the same rows.</param>
    public static Answers Read(DataSet set, string path, string[] truth)
    {
        var records = Csv.Read(path).ToArray();
        var header = records[0];
        var rows = records.AsSpan(1);
        if (rows.Length != truth.Length)
        {
            throw new DataException($"Set '{set.Name}': {rows.Length} predictions for {truth.Length} rows.");
        }

        if (set.Kind == "regression")
        {
            var column = Array.IndexOf(header, "prediction");
            var predicted = new double[rows.Length];
            for (var row = 0; row < predicted.Length; row++)
            {
                predicted[row] = Number(rows[row][column]);
            }

            return new NumberAnswers(SplitSet.Numbers(truth), predicted);
        }

        int[] columns = [.. Enumerable.Range(0, header.Length).Where(column => header[column].StartsWith(ProbabilityPrefix, StringComparison.Ordinal))];
        string[] known = [.. columns.Select(column => header[column][ProbabilityPrefix.Length..])];
        var probabilities = new double[known.Length][];
        for (var place = 0; place < known.Length; place++)
        {
            probabilities[place] = new double[rows.Length];
            for (var row = 0; row < rows.Length; row++)
            {
                probabilities[place][row] = Number(rows[row][columns[place]]);
            }
        }

        return Of(known, (row, place) => probabilities[place][row], truth);
    }

    /// <summary>Class answers; a class that only the truth has gets probability 0.</summary>
    /// <param name="known">The classes that have probabilities.</param>
    /// <param name="probability">From row and place of the class.</param>
    /// <param name="truth">Target texts.</param>
    public static ClassAnswers Of(string[] known, Func<int, int, double> probability, string[] truth)
    {
        var codes = new int[truth.Length];
        var classes = known.ToList();
        for (var row = 0; row < truth.Length; row++)
        {
            codes[row] = classes.FindIndex(name => IsSame(name, truth[row]));
            if (codes[row] < 0)
            {
                codes[row] = classes.Count;
                classes.Add(truth[row].Trim());
            }
        }

        var probabilities = new double[truth.Length * classes.Count];
        for (var row = 0; row < truth.Length; row++)
        {
            for (var place = 0; place < known.Length; place++)
            {
                probabilities[(row * classes.Count) + place] = probability(row, place);
            }
        }

        return new(classes, codes, probabilities);
    }

    // A reader may write 1 for 1.0, true for True, or leave white space out.
    private static bool IsSame(string name, string text) =>
        string.Equals(name.Trim(), text.Trim(), StringComparison.OrdinalIgnoreCase)
        || (double.TryParse(name, CultureInfo.InvariantCulture, out var one) && double.TryParse(text, CultureInfo.InvariantCulture, out var other) && one == other);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
