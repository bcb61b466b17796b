namespace Modelwright.LightGbm.Tests.Interop;

/// <summary>Tests that count what the whole process holds, so that no other test may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CountedHandles
{
    public const string Name = "native handles are counted";
}
