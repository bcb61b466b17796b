using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Measures;

namespace Modelwright.Stress.Schemas;

/// <summary>
/// Brings rows of another shape: a column gone, one too many, one renamed, one of another type, columns in another order, every row twice. What
/// counts is the answer that the caller gets, an error that names the column or the right answers, and that nothing breaks.
/// </summary>
internal sealed class SchemaStage(StressedModel model)
{
    private const string Extra = "a column that nobody knows";

    /// <summary>All probes, in the order in which reports show them.</summary>
    /// <param name="columns">The model's columns, most important first.</param>
    /// <param name="isOver">Whether the time is over; looked at before each column.</param>
    /// <param name="notRun">Hears what is left out.</param>
    /// <param name="cancellation">Asks to end.</param>
    public SchemaProbe[] Run(IReadOnlyList<string> columns, Func<bool> isOver, List<string> notRun, CancellationToken cancellation)
    {
        List<SchemaProbe> probes =
        [
            Unchanged("extra_column", null, model.Rows.With(Words(Extra, "anything")), cancellation),
            Unchanged("other_order", null, new(model.Rows.Columns.Reverse().ToList(), model.Rows.RowCount), cancellation),
            Unchanged("rows_twice", null, model.Rows.Concat(model.Rows), cancellation),
        ];
        for (var place = 0; place < columns.Count; place++)
        {
            if (isOver())
            {
                notRun.Add(string.Create(CultureInfo.InvariantCulture, $"{columns.Count - place} of {columns.Count} columns were not taken away, renamed or given another type: the time was over. Give more with --budget."));
                break;
            }

            probes.AddRange(Of(model.Schema.Features.First(feature => feature.Name == columns[place]), cancellation));
        }

        return [.. probes];
    }

    private IEnumerable<SchemaProbe> Of(ColumnSpec spec, CancellationToken cancellation)
    {
        yield return Refused("column_gone", spec.Name, model.Rows.Without([spec.Name]), cancellation);
        yield return Refused("column_renamed", spec.Name, new([.. model.Rows.Columns.Select(column => column.Name == spec.Name ? column.Rename($"{spec.Name} (new)") : column)], model.Rows.RowCount), cancellation);
        if (spec is { Type: ColumnType.Number or ColumnType.Time })
        {
            yield return Refused("other_type", spec.Name, model.Rows.With(Words(spec.Name, "not what it was")), cancellation);
        }
    }

    private TextColumn Words(string name, string word) => new(name, [.. Enumerable.Repeat(word, model.Rows.RowCount)]);

    private SchemaProbe Unchanged(string name, string? column, Table rows, CancellationToken cancellation) => Ask(rows, cancellation) switch
    {
        (null, { } refusal, _) => new(name, column, "refused", refusal, IsSound: false),
        (null, null, var crash) => new(name, column, "crashed", crash!, IsSound: false),
        ({ } answers, _, _) when Changed(answers) is var changed => new(name, column, "answered", changed == 0 ? "The answers are the same." : string.Create(CultureInfo.InvariantCulture, $"{changed} of {answers.Count} answers changed."), changed == 0),
        _ => throw new InvalidOperationException("An answer, a refusal or a crash."),
    };

    private SchemaProbe Refused(string name, string column, Table rows, CancellationToken cancellation) => Ask(rows, cancellation) switch
    {
        (null, { } refusal, _) => new(name, column, "refused", refusal, refusal.Contains(column, StringComparison.Ordinal)),
        (null, null, var crash) => new(name, column, "crashed", crash!, IsSound: false),
        ({ } answers, _, _) => new(name, column, "answered", string.Create(CultureInfo.InvariantCulture, $"{Changed(answers)} of {answers.Count} answers changed, and no error said why."), IsSound: false),
    };

    // Rows that came twice have the same answer twice, whatever else was asked with them.
    private int Changed(Answers answers) => Enumerable.Range(0, answers.Count).Count(row => !Same(answers, row));

    private bool Same(Answers answers, int row) => (model.Calm, answers) switch
    {
        (NumberAnswers calm, NumberAnswers now) => calm.Predicted[row % calm.Count].Equals(now.Predicted[row]),
        (ClassAnswers calm, ClassAnswers now) => Probabilities(calm, row % calm.Count).SequenceEqual(Probabilities(now, row)),
        _ => false,
    };

    private static Span<double> Probabilities(ClassAnswers answers, int row) => answers.Probabilities.AsSpan(row * answers.Classes.Count, answers.Classes.Count);

    private (Answers? Answers, string? Refusal, string? Crash) Ask(Table rows, CancellationToken cancellation)
    {
        try
        {
            return (model.AnswerAsBrought(rows, cancellation), null, null);
        }
        catch (ModelwrightException refusal)
        {
            return (null, refusal.Message, null);
        }
        catch (Exception crash) when (crash is not OperationCanceledException and not OutOfMemoryException)
        {
            // That a model breaks is a finding, not the end of the test.
            return (null, null, $"{crash.GetType().Name}: {crash.Message}");
        }
    }
}
