using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms;

/// <summary>Which inputs of a form are looked at, and where they stand once the others are left out.</summary>
internal sealed class UsedInputs(IReadOnlyList<FormInput> all)
{
    private readonly bool[] _isUsed = new bool[all.Count];

    internal bool AreAll => !_isUsed.Contains(false);

    /// <summary>Those that are looked at, in their order.</summary>
    internal FormInput[] Kept => [.. all.Where((_, input) => _isUsed[input])];

    internal bool this[int input] => _isUsed[input];

    internal void Use(int input) => _isUsed[input] = true;

    /// <summary>For each input its place among those that are kept; -1 for the others.</summary>
    internal int[] Places()
    {
        var places = new int[_isUsed.Length];
        for (int input = 0, next = 0; input < places.Length; input++)
        {
            places[input] = _isUsed[input] ? next++ : -1;
        }

        return places;
    }
}
