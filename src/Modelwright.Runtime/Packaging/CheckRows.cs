using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Runtime.Packaging;

/// <summary>Made-up rows with the answers of the model, asked again when a package is loaded. No real row is among them.</summary>
/// <param name="Rows">The features, in the schema's types.</param>
/// <param name="Answers">Rows x classes for classification, one number a row for regression.</param>
public sealed record CheckRows(Table Rows, double[] Answers)
{
    private const int Count = 32;
    private const ulong Seed = 20_260_101;

    /// <summary>No rows.</summary>
    public static CheckRows None { get; } = new(new Table([]), []);

    /// <summary>Draws rows column by column from the statistics, rare levels left out, and asks the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="baseline">Statistics of its training rows.</param>
    /// <returns>32 rows, the first without any value, and their answers; the same for the same model.</returns>
    public static CheckRows Draw(Model model, BaselineStatistics baseline)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(baseline);
        var rows = new CheckRowDraw(Seed, Count).Draw(model.Schema, baseline);
        return new(rows, ModelAnswers.Of(model.Form, rows));
    }
}
