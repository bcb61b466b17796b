using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Prediction.Typed;

/// <summary>How one row of a model is answered without a table: where each feature stands, and the form bound to these places. Immutable; safe from any thread.</summary>
internal sealed class RowPlan
{
    private readonly RowAnswer _answer;

    private RowPlan(Model model, RowAnswer answer, RowPlanInput[] inputs, int width) =>
        (_answer, Inputs, Width, Answers) = (answer, inputs, width, ModelAnswers.Width(model.Form));

    /// <summary>The features that are read, in the order of their places.</summary>
    internal IReadOnlyList<RowPlanInput> Inputs { get; }

    /// <summary>Places a row.</summary>
    internal int Width { get; }

    /// <summary>Numbers an answer.</summary>
    internal int Answers { get; }

    /// <summary>Binds a model.</summary>
    /// <returns>The plan; null where a feature is a text or a time, or a part of the model takes a table.</returns>
    internal static RowPlan? Of(Model model)
    {
        if (model.Form is not (IPredictsNumbers or IPredictsClasses) || model.Rules.FoldIntervals is not null)
        {
            return null;
        }

        var (layout, inputs) = (new RowLayout(), new List<RowPlanInput>());
        var read = model.Form.Info.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        ColumnSpec[] features = [.. model.Door.Features];
        for (var position = 0; position < features.Length; position++)
        {
            var spec = features[position];
            if (!read.Contains(spec.Name))
            {
                continue;
            }

            if (spec.Type is not (ColumnType.Number or ColumnType.Category) || (spec.Type == ColumnType.Category && spec.Levels.Count == 0))
            {
                return null;
            }

            var input = new RowPlanInput(spec, position);
            layout.Add(spec.Name, spec.Type, input.Levels);
            inputs.Add(input);
        }

        return layout.Width > 0 && RowAnswer.Of(model.Form, layout) is { } answer ? new(model, answer, [.. inputs], layout.Width) : null;
    }

    /// <summary>Answers a row.</summary>
    /// <param name="row">One number a place: numbers, and the codes of levels.</param>
    /// <param name="output">The answer; overwritten.</param>
    internal void Answer(ReadOnlySpan<double> row, Span<double> output) => _answer.Answer(row, Width, output);
}
