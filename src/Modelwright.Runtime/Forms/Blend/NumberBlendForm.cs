using System.Buffers;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Blend;

/// <summary>The weighted mean of forms that answer numbers, added in the order of the members.</summary>
public sealed class NumberBlendForm : IForm, IPredictsNumbers, IExplains, ITrimmable, IHasFormula
{
    internal const string Name = "number_blend";
    private readonly IPredictsNumbers[] _members;
    private readonly BlendExplanation _explanation;

    /// <summary>Makes the form.</summary>
    /// <param name="members">Forms that answer numbers.</param>
    /// <param name="weights">One a member, 0 or more, of sum 1.</param>
    /// <exception cref="ArtifactException">A member answers something else, or the weights are not shares.</exception>
    public NumberBlendForm(IReadOnlyList<IForm> members, double[] weights)
    {
        _members = BlendMembers.Check<IPredictsNumbers>(Name, members, weights);
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
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void Predict(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, 1);
        output.Clear();
        var rented = ArrayPool<double>.Shared.Rent(output.Length);
        try
        {
            var answers = rented.AsSpan(0, output.Length);
            for (var member = 0; member < _members.Length; member++)
            {
                _members[member].Predict(rows, answers);
                BlendSum.Add(answers, Weights[member], output);
            }

            BlendSum.Hold(output);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <inheritdoc/>
    public string? Unexplained => _explanation.Unexplained;

    /// <inheritdoc/>
    public double[] Base(ContributionScale scale) => _explanation.Base();

    /// <inheritdoc/>
    public void Explain(Table rows, ContributionScale scale, Span<double> output) => _explanation.Explain(rows, 1, output);

    /// <inheritdoc/>
    public IForm Trim() => TrimmedForm.Of(Members) is { } trimmed ? new NumberBlendForm(trimmed, Weights) : this;

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return BlendFormula.Members(Members, columns) is { } answers ? columns.Builder.Held(columns.Builder.Mean(answers, Weights)) : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => BlendMembers.Write(writer, Members, Weights);

    internal static NumberBlendForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (members, weights) = BlendMembers.Read(reader, catalog);
        return new(members, weights);
    }
}
