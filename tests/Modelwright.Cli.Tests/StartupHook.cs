using System.Diagnostics.CodeAnalysis;

#pragma warning disable CA1050 // The runtime looks for this very name outside of any namespace.

/// <summary>Started by the runtime before a program, where DOTNET_STARTUP_HOOKS names this assembly: writes at its end which assemblies it loaded.</summary>
[SuppressMessage("Design", "CA1052", Justification = "The runtime asks for a class of this shape.")]
internal static class StartupHook
{
    internal const string Variable = "MODELWRIGHT_TESTS_LOADED";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } path)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(path, AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name ?? ""));
        }
    }
}
