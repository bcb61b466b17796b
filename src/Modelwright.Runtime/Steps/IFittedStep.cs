using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Steps;

/// <summary>A step that has seen its training rows. Immutable and safe from any thread; carried in the package.</summary>
public interface IFittedStep
{
    /// <summary>The name its reader is listed under, in snake_case.</summary>
    string Name { get; }

    /// <summary>The columns it reads.</summary>
    IReadOnlyList<string> Inputs { get; }

    /// <summary>The type that a column it reads must have.</summary>
    /// <param name="input">One of <see cref="Inputs"/>.</param>
    /// <returns>The type seen when the step was fitted.</returns>
    ColumnType InputType(string input);

    /// <summary>The columns it makes, each with the input columns it comes from. A column of the same name is replaced.</summary>
    IReadOnlyList<Feature> Outputs { get; }

    /// <summary>Transforms rows one by one: a row's answer does not depend on the others. Columns it does not read are passed on.</summary>
    /// <param name="rows">Any rows with the columns in <see cref="Inputs"/>; missing values and unseen levels have a stated outcome.</param>
    /// <returns>The rows with the input columns replaced by <see cref="Outputs"/>.</returns>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    Table Apply(Table rows);

    /// <summary>Writes its state; the reader listed under its name reads it back to the bit.</summary>
    /// <param name="writer">An empty record; the names "step" and "version" are taken.</param>
    void Write(IArtifactWriter writer);
}
