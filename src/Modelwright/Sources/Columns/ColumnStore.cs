using Modelwright.Core.Data;

namespace Modelwright.Sources.Columns;

/// <summary>Where the columns of a table are put while a file is read.</summary>
/// <param name="Blocks">Takes their values.</param>
/// <param name="Levels">Bounds their lists of levels.</param>
internal sealed record ColumnStore(BlockStore Blocks, LevelBudget Levels)
{
    internal static ColumnStore InMemory() => new(BlockStore.InMemory(), LevelBudget.Unlimited());
}
