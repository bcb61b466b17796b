using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>What has to hold of the classes of points.</summary>
internal static class ClassTargetCheck
{
    internal static void Check(string form, ClassTargets targets, int points, int classes)
    {
        var entries = targets.Codes.Length;
        if (targets.Counts.Length != points || targets.Masses.Length != entries || targets.Doubt.Length != classes || SoundArrays.Total(targets.Counts) != entries)
        {
            throw new ArtifactException($"Form '{form}' has {targets.Counts.Length} counts, {entries} codes, {targets.Masses.Length} masses and {targets.Doubt.Length} doubts for {points} points and {classes} classes. Give a count a point, a code and a mass for each that it counts, and a doubt a class.");
        }

        if (!Array.TrueForAll(targets.Codes, code => (uint)code < (uint)classes))
        {
            throw new ArtifactException($"A code of form '{form}' is none of its {classes} classes. Make the model again.");
        }

        if (!Array.TrueForAll(targets.Masses, mass => mass > 0) || !SoundArrays.AreShares(targets.Doubt))
        {
            throw new ArtifactException($"A mass of form '{form}' is not above 0, or a doubt not from 0 to 1. Make the model again.");
        }
    }
}
