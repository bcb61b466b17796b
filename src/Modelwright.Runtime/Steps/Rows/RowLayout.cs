using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Rows;

/// <summary>Where columns stand in a row of numbers: a code stands for a level of a category, -1 for a missing one.</summary>
internal sealed class RowLayout
{
    private readonly Dictionary<string, RowSlot> _slots = new(StringComparer.Ordinal);

    /// <summary>The same, to be changed apart.</summary>
    internal RowLayout Copy()
    {
        var copy = new RowLayout { Width = Width };
        foreach (var (name, slot) in _slots)
        {
            copy._slots.Add(name, slot);
        }

        return copy;
    }

    /// <summary>Places a row.</summary>
    internal int Width { get; private set; }

    /// <summary>Gives a column the next place; one of the same name is there no longer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Number or category.</param>
    /// <param name="levels">What its codes stand for; empty for a number.</param>
    /// <returns>The place.</returns>
    internal int Add(string name, ColumnType type, IReadOnlyList<string> levels)
    {
        _slots[name] = new(Width, type, levels);
        return Width++;
    }

    internal void Remove(string name) => _slots.Remove(name);

    /// <summary>Finds a column of a type; null where there is none.</summary>
    internal RowSlot? Find(string name, ColumnType type) => _slots.TryGetValue(name, out var slot) && slot.Type == type ? slot : null;
}
