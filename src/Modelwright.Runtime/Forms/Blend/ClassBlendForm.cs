using System.Buffers;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Blend;

/// <summary>The weighted mean of the probabilities of forms with the same classes, added in the order of the members.</summary>
public sealed class ClassBlendForm : IForm, IPredictsClasses, IExplains, ITrimmable, IHasFormula
{
    internal const string Name = "class_blend";
    private readonly IPredictsClasses[] _members;
    private readonly BlendExplanation _explanation;

    /// <summary>Makes the form.</summary>
    /// <param name="members">Forms that answer probabilities for the same classes in the same order.</param>
    /// <param name="weights">One a member, 0 or more, of sum 1.</param>
    /// <exception cref="ArtifactException">A member answers something else or other classes, or the weights are not shares.</exception>
    public ClassBlendForm(IReadOnlyList<IForm> members, double[] weights)
    {
        _members = BlendMembers.Check<IPredictsClasses>(Name, members, weights);
        Classes = _members[0].Classes;
        if (Array.FindIndex(_members, member => !member.Classes.SequenceEqual(Classes, StringComparer.Ordinal)) is var other and >= 0)
        {
            throw new ArtifactException($"Member {other} of form '{Name}' has other classes than the first, or another order. Blend forms that were fitted on one target.");
        }

        Members = members;
        Weights = weights;
        Info = new(Name, 1, BlendMembers.Inputs(Name, members)) { HoldsRows = members.Any(member => member.Info.HoldsRows) };
        _explanation = new(members, weights, Info.Inputs);
    }

    /// <summary>The forms.</summary>
    public IReadOnlyList<IForm> Members { get; }

    /// <summary>One a member, of sum 1.</summary>
    public double[] Weights { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Classes.Count);
        output.Clear();
        var rented = ArrayPool<double>.Shared.Rent(output.Length);
        try
        {
            var answers = rented.AsSpan(0, output.Length);
            for (var member = 0; member < _members.Length; member++)
            {
                _members[member].PredictProbabilities(rows, answers);
                BlendSum.Add(answers, Weights[member], output);
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }

        for (var start = 0; start < output.Length; start += Classes.Count)
        {
            ClassScores.ScaleToOne(output.Slice(start, Classes.Count));
        }
    }

    /// <inheritdoc/>
    public string? Unexplained => _explanation.Unexplained;

    /// <inheritdoc/>
    public double[] Base(ContributionScale scale) => _explanation.Base();

    /// <inheritdoc/>
    public void Explain(Table rows, ContributionScale scale, Span<double> output) => _explanation.Explain(rows, Classes.Count, output);

    /// <inheritdoc/>
    public IForm Trim() => TrimmedForm.Of(Members) is { } trimmed ? new ClassBlendForm(trimmed, Weights) : this;

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return BlendFormula.Members(Members, columns) is { } answers ? columns.Builder.ScaledToOne(columns.Builder.Mean(answers, Weights)) : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => BlendMembers.Write(writer, Members, Weights);

    internal static ClassBlendForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (members, weights) = BlendMembers.Read(reader, catalog);
        return new(members, weights);
    }
}
