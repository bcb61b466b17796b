namespace Modelwright.Stress.Attacks.Trees;

/// <summary>What an exact search says.</summary>
/// <param name="HasEnded">Whether all was looked at that could be nearer; else the search gave up.</param>
/// <param name="Find">The nearest flipped row; null where there is none nearer than was asked for, or where it gave up.</param>
internal sealed record ExactFind(bool HasEnded, TreeFind? Find);
