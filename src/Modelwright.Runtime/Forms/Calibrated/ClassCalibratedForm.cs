using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Calibrated;

/// <summary>The probabilities of a form, mapped to ones that come true as often as they say.</summary>
public sealed class ClassCalibratedForm : IForm, IPredictsClasses, IExplains, IReadable, ITrimmable, IHasFormula
{
    internal const string Name = "class_calibrated";
    private readonly IPredictsClasses _form;

    /// <summary>Makes the form.</summary>
    /// <param name="form">A form that answers probabilities of two classes or more.</param>
    /// <param name="map">What turns them into calibrated ones.</param>
    /// <exception cref="ArtifactException">The form answers something else, or the map is not sound for its classes.</exception>
    public ClassCalibratedForm(IForm form, ProbabilityMap map)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(map);
        _form = form as IPredictsClasses
            ?? throw new ArtifactException($"Form '{form.Info.Name}' does not answer probabilities, which '{Name}' needs. Give it one that does.");
        if (map.Fault(_form.Classes.Count) is { } fault)
        {
            throw new ArtifactException($"The map of form '{Name}' is not sound: {fault}. Make the file again.");
        }

        Form = form;
        Map = map;
        Info = new(Name, 1, form.Info.Inputs) { HoldsRows = form.Info.HoldsRows };
    }

    /// <summary>What answers before the map.</summary>
    public IForm Form { get; }

    /// <summary>What turns its probabilities into calibrated ones.</summary>
    public ProbabilityMap Map { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => _form.Classes;

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public FormParts Parts => PipelineText.Parts(Form);

    /// <inheritdoc/>
    public IEnumerable<string> Lines => Form is IReadable ? PipelineText.Lines([], Form).Append($"the probabilities are then calibrated ({Map.Method})") : [];

    /// <inheritdoc/>
    public string? Unexplained => Form is IExplains explains
        ? explains.Unexplained
        : $"Form '{Form.Info.Name}' has no exact contributions. An estimate by sampling takes their place.";

    /// <inheritdoc/>
    public double[] Base(ContributionScale scale) => CalibratedExplanation.Base(Explains, Map);

    /// <inheritdoc/>
    public void Explain(Table rows, ContributionScale scale, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Classes.Count * Info.Inputs.Count);
        CalibratedExplanation.Explain(Explains, Map, rows, Info.Inputs.Count, output);
    }

    private IExplains Explains => Unexplained is { } fault ? throw new InvalidOperationException(fault) : (IExplains)Form;

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output)
    {
        _form.PredictProbabilities(rows, output);
        Map.Apply(output, Classes.Count);
    }

    /// <inheritdoc/>
    public IForm Trim() => TrimmedForm.Of([Form]) is [var trimmed] ? new ClassCalibratedForm(trimmed, Map) : this;

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.Answer(Form) is { } answer ? MapFormula.Of(Map, answer, columns.Builder) : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Text("method", Map.Method);
        writer.Numbers("slopes", Map.Slopes);
        writer.Numbers("offsets", Map.Offsets);
        writer.Integers("counts", Map.Counts);
        writer.Numbers("from", Map.From);
        writer.Numbers("to", Map.To);
        FormCatalog.Write(writer.Part("then"), Form);
    }

    internal static ClassCalibratedForm Read(IArtifactReader reader, FormCatalog catalog) => new(catalog.Read(reader.Part("then")), new()
    {
        Method = reader.Text("method") ?? "",
        Slopes = reader.Numbers("slopes"),
        Offsets = reader.Numbers("offsets"),
        Counts = reader.Integers("counts"),
        From = reader.Numbers("from"),
        To = reader.Numbers("to"),
    });
}
