using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Validation;

namespace Modelwright.Stress.Backdoors;

/// <summary>
/// Whether a single column carries the model. Such a column is often known only after the answer (a leak), or an accident of how the
/// rows were brought together (a serial number, a scanner), and does not hold where the model is used.
/// </summary>
/// <remarks>
/// Sources: permutation importance, Breiman 2001; shortcuts, Geirhos et al. 2020, "Shortcut learning in deep neural networks". A column that
/// decides by right looks the same: the check asks, it does not accuse.
/// </remarks>
internal sealed class ShortcutCheck(StressedModel model, int seed)
{
    private const int FewestRows = 40;
    private const double NearlyAll = 0.9;

    /// <summary>Looks for it.</summary>
    /// <param name="isOver">Whether the time is over; looked at before each column.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The column that matters most; or why that is not known.</returns>
    public (ShortcutScore? Score, string? NotRun) Run(Func<bool> isOver, CancellationToken cancellation)
    {
        string[] columns = [.. model.Schema.Features.Select(column => column.Name)];
        if (WhyNot(columns.Length) is { } reason)
        {
            return (null, reason);
        }

        int[] order = [.. Enumerable.Range(0, model.Rows.RowCount)];
        new Random(Seeds.Mix(seed, 73)).Shuffle(order);
        (string Column, StressScore Score)? most = null;
        foreach (var column in columns)
        {
            if (isOver())
            {
                return (null, "Shortcuts were not looked for in all columns: the time was over. Give more with --budget.");
            }

            if (Shuffled([column], order, cancellation) is { } score && (most is null || score.Lost > most.Value.Score.Lost))
            {
                most = (column, score);
            }
        }

        return most is { } found && (columns.Length == 1 ? model.Score(model.Calm) : Shuffled([.. columns.Where(column => column != found.Column)], order, cancellation)) is { } others
            ? (Told(found.Column, found.Score, others), null)
            : (null, "Shortcuts were not looked for: the model refuses rows with the values of other rows.");
    }

    // A column that nothing in the model reads has lost its role: then a single one was chosen among others.
    private string? WhyNot(int columns) => columns == 0 || (columns == 1 && !model.Schema.WithRole(ColumnRole.Ignore).Any())
        ? "Shortcuts were not looked for: the model has a single column, so there is nothing to compare it with."
        : model.Rows.RowCount < FewestRows ? $"Shortcuts were not looked for: {model.Rows.RowCount} rows are under test, and {FewestRows} are needed. Bring more rows."
        : HasLead ? null
        : "Shortcuts were not looked for: the model has no lead over a constant answer beyond doubt.";

    private bool HasLead
    {
        get
        {
            var constant = model.Metric.Info.Constant(model.Calm);
            return model.Metric.Info.HigherIsBetter ? model.CalmScore.Lower > constant : model.CalmScore.Upper < constant;
        }
    }

    private StressScore? Shuffled(string[] columns, int[] order, CancellationToken cancellation)
    {
        Table changed = model.Features;
        foreach (var column in columns)
        {
            changed = changed.With(model.Features[column].Take(order));
        }

        try
        {
            return model.Score(model.Answer(changed, cancellation));
        }
        catch (ModelwrightException)
        {
            return null;
        }
    }

    private static ShortcutScore Told(string column, StressScore alone, StressScore others)
    {
        var isFlagged = alone.Lost >= NearlyAll && others.Lost < 1 - NearlyAll;
        var ask = isFlagged ? " Is it known when the model is to answer, and does it mean the same there? If not, train without it." : "";
        return new(column, alone, others, isFlagged, string.Create(CultureInfo.InvariantCulture, $"Where '{column}' alone is shuffled, {alone.Lost:P0} of the lead is lost; where all other columns are, {others.Lost:P0}.{ask}"));
    }
}
