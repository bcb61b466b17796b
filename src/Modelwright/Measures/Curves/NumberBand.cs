namespace Modelwright.Measures.Curves;

/// <summary>Rows of like predictions.</summary>
/// <param name="Rows">How many there are.</param>
/// <param name="Predicted">Mean of their predictions.</param>
/// <param name="Truth">Mean of their true values.</param>
/// <param name="Lower">The true value that 5 % of them are below.</param>
/// <param name="Upper">The true value that 5 % of them are above.</param>
internal readonly record struct NumberBand(int Rows, double Predicted, double Truth, double Lower, double Upper)
{
    /// <summary>Cuts the rows, in the order of their predictions, into bands of about as many rows each.</summary>
    /// <param name="answers">The rows.</param>
    /// <param name="most">The most bands; a band has 20 rows or more where there are as many.</param>
    public static IReadOnlyList<NumberBand> Of(NumberAnswers answers, int most)
    {
        var order = Enumerable.Range(0, answers.Count).Where(row => answers.Weight(row) > 0).OrderBy(row => answers.Predicted[row]).ToArray();
        var bands = Math.Clamp(order.Length / 20, 1, most);
        return order.Length == 0 ? [] : [.. Enumerable.Range(0, bands).Select(band => Band(answers, order[(order.Length * band / bands)..(order.Length * (band + 1) / bands)]))];
    }

    private static NumberBand Band(NumberAnswers answers, int[] rows)
    {
        double weight = 0, predicted = 0, truth = 0;
        foreach (var row in rows)
        {
            weight += answers.Weight(row);
            predicted += answers.Weight(row) * answers.Predicted[row];
            truth += answers.Weight(row) * answers.Truth[row];
        }

        var sorted = rows.Select(row => answers.Truth[row]).Order().ToArray();
        return new(rows.Length, predicted / weight, truth / weight, sorted[(int)(0.05 * (sorted.Length - 1))], sorted[(int)Math.Ceiling(0.95 * (sorted.Length - 1))]);
    }
}
