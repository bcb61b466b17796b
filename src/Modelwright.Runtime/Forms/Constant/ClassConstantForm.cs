using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Runtime.Forms.Reading;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Constant;

/// <summary>The same probabilities for every row: the shares of the classes as a baseline.</summary>
public sealed class ClassConstantForm : IForm, IPredictsClasses, IExplains, IReadable, IHasFormula
{
    internal const string Name = "class_constant";

    /// <summary>The sum of probabilities may miss 1 by rounding alone.</summary>
    private const double SumTolerance = 1e-9;

    /// <summary>Makes the form.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="probabilities">One a class, 0 or more, of sum 1.</param>
    /// <exception cref="ArtifactException">The numbers are not probabilities, or there is not one a class.</exception>
    public ClassConstantForm(IReadOnlyList<string> classes, double[] probabilities)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(probabilities);
        ClassScores.Check(Name, classes, ProbabilityLink.Softmax, probabilities.Length);
        if (!SoundArrays.AreShares(probabilities) || !(Math.Abs(SoundArrays.Sum(probabilities) - 1) < SumTolerance))
        {
            throw new ArtifactException($"The numbers of form '{Name}' are not probabilities. Give one from 0 to 1 for each class, with sum 1.");
        }

        Classes = classes;
        Probabilities = probabilities;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The answer, one a class.</summary>
    public double[] Probabilities { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; } = new(Name, 1, []);

    /// <inheritdoc/>
    public FormParts Parts { get; } = new(1, "answers");

    /// <inheritdoc/>
    public IEnumerable<string> Lines => [ReadableText.Shares(Classes, Probabilities)];

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Classes.Count);
        for (var start = 0; start < output.Length; start += Probabilities.Length)
        {
            Probabilities.CopyTo(output[start..]);
        }
    }

    /// <inheritdoc/>
    public string? Unexplained => null;

    /// <inheritdoc/>
    public double[] Base(ContributionScale scale) => [.. Probabilities];

    /// <inheritdoc/>
    public void Explain(Table rows, ContributionScale scale, Span<double> output) => RowChunks.CheckLength(output, 0, 0);

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.Builder.Constants(Probabilities);
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Texts("classes", Classes);
        writer.Numbers("probabilities", Probabilities);
    }

    internal static ClassConstantForm Read(IArtifactReader reader) => new(reader.Texts("classes"), reader.Numbers("probabilities"));
}
