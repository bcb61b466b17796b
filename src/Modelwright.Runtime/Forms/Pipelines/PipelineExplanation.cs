using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>
/// Contributions of a pipeline: those of the features are summed up to the columns that the features are made from. A feature of
/// several columns gives each of them the same share; one of no column gives every input the same share.
/// </summary>
internal sealed class PipelineExplanation
{
    /// <summary>Contributions of features that are held at once.</summary>
    private const int MostNumbers = 1 << 21;
    private const int MostRows = 4_096;

    private readonly IReadOnlyList<IFittedStep> _steps;
    private readonly IForm _form;
    private readonly int _inputs;
    private readonly Lazy<int[][]> _sources;

    internal PipelineExplanation(IReadOnlyList<IFittedStep> steps, IForm form, IReadOnlyList<FormInput> inputs)
    {
        (_steps, _form, _inputs) = (steps, form, inputs.Count);
        _sources = new(() => FeatureSources.Of(steps, form, inputs));
    }

    internal string? Unexplained => _form is IExplains explains
        ? explains.Unexplained
        : $"Form '{_form.Info.Name}' has no exact contributions. An estimate by sampling takes their place.";

    internal double[] Base(ContributionScale scale) => Explains.Base(scale);

    internal void Explain(Table rows, ContributionScale scale, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var outputs = Explains.Base(scale).Length;
        var features = _form.Info.Inputs.Count;
        RowChunks.CheckLength(output, rows.RowCount, outputs * _inputs);
        var size = Math.Clamp(MostNumbers / Math.Max(1, outputs * features), 1, MostRows);
        var found = new double[Math.Min(size, rows.RowCount) * outputs * features];
        output.Clear();
        for (var start = 0; start < rows.RowCount; start += size)
        {
            int[] some = [.. Enumerable.Range(start, Math.Min(size, rows.RowCount - start))];
            var those = found.AsSpan(0, some.Length * outputs * features);
            Explains.Explain(PipelineForm.Apply(_steps, rows.Take(some)), scale, those);
            FeatureSources.SumUp(_sources.Value, those, _inputs, output.Slice(start * outputs * _inputs, some.Length * outputs * _inputs));
        }
    }

    private IExplains Explains => Unexplained is { } fault ? throw new InvalidOperationException(fault) : (IExplains)_form;
}
