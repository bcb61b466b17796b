using System.Collections;

namespace Modelwright.Generator;

/// <summary>A list that equals another one where the items do, so that the compiler knows when nothing has changed. Immutable.</summary>
internal sealed class EquatableArray<T>(params T[] items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(EquatableArray<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.ToSpan());

    public override bool Equals(object? obj) => Equals(obj as EquatableArray<T>);

    /// <summary>Of the count and the first item: lists of which one item differs are rare.</summary>
    public override int GetHashCode() => items.Length == 0 ? 0 : (items.Length * 31) + items[0].GetHashCode();

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    private ReadOnlySpan<T> ToSpan() => items;
}
