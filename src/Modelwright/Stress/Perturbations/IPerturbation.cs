using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations;

/// <summary>One way in which data go wrong between training and use. Stateless and safe from any thread.</summary>
/// <remarks>
/// Severity 0 changes nothing, the same dose gives the same table, a higher severity touches all cells that a lower one does, and only
/// the named column changes. What comes out is a table as a source would give it, so a column of numbers may become one of texts.
/// </remarks>
public interface IPerturbation
{
    /// <summary>What it says of itself.</summary>
    PerturbationInfo Info { get; }

    /// <summary>Whether a column can go wrong in this way.</summary>
    /// <param name="column">The column as the model knows it.</param>
    /// <param name="schema">All columns.</param>
    bool Suits(ColumnSpec column, Schema schema);

    /// <summary>Perturbs one column.</summary>
    /// <param name="rows">The features alone, in the types of the schema; not changed. The target is never among them.</param>
    /// <param name="column">The column; <see cref="Suits"/> must hold.</param>
    /// <param name="dose">How much of it, where, and by which chance.</param>
    /// <returns>The same rows with the column changed.</returns>
    Table Apply(Table rows, ColumnSpec column, PerturbationDose dose);
}
