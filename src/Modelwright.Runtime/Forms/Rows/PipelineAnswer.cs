using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Forms.Rows;

/// <summary>Steps, then a bound form: rows get places behind their own for what the steps make.</summary>
internal sealed class PipelineAnswer : RowAnswer
{
    private readonly RowStep[] _steps;
    private readonly RowAnswer _then;
    private readonly int _width;

    private PipelineAnswer(RowStep[] steps, RowAnswer then, int width) => (_steps, _then, _width) = (steps, then, width);

    internal static PipelineAnswer? Bind(SteppedForm pipeline, RowLayout layout)
    {
        var (own, steps) = (layout.Copy(), new List<RowStep>());
        foreach (var step in pipeline.Steps)
        {
            if (step is not IRunsOnRows runs || !runs.OnRows(own, steps))
            {
                return null;
            }
        }

        return Of(pipeline.Form, own) is { } then ? new([.. steps], then, own.Width) : null;
    }

    internal override void Answer(ReadOnlySpan<double> rows, int width, Span<double> output)
    {
        var count = rows.Length / width;
        using var room = new Room(count * _width);
        var values = room.Values;
        for (var row = 0; row < count; row++)
        {
            rows.Slice(row * width, width).CopyTo(values[(row * _width)..]);
        }

        foreach (var step in _steps)
        {
            step.Apply(values, _width);
        }

        _then.Answer(values, _width, output);
    }
}
